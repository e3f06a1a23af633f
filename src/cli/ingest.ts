import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { decode } from '../ingest/decode.ts';
import { IngestError } from '../ingest/errors.ts';
import { FORMATS, type Format } from '../ingest/format.ts';
import { printReport } from '../ingest/report.ts';
import { assertFree, writeFolder } from '../ingest/write/write-folder.ts';
import { KnowledgeError } from '../knowledge/errors.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { readFolder, shippedFollowUps } from '../knowledge/read-folder.ts';

const HELP = `
Examples:
  $ fwcompare ingest article.md --out ./draft
  $ fwcompare ingest saved-page.html --out ./draft --frameworks "PostgreSQL,MySQL"

Every topic of the draft is marked with its lines in the article and has to be checked by a person. What the article
lacks (images, tables without rows, columns without names) is listed and never guessed. Nothing is overwritten.
Exit codes: 0 the draft is written, 1 the article cannot be used, 2 the call was wrong.`;

interface Options {
  readonly out: string;
  readonly frameworks?: string;
  readonly format?: Format;
}

/** `fwcompare ingest <file> --out <dir>`: an article as a draft knowledge folder, checked like any other. */
export function ingestCommand(now: () => Date = () => new Date()): Command {
  return new Command('ingest')
    .description('turn an article (Markdown, HTML or plain text) into a draft knowledge folder to edit')
    .argument('<file>', 'the article, UTF-8')
    .requiredOption('--out <dir>', 'the folder to write; it must not exist, or be empty')
    .option('--frameworks <names>', 'what is compared, parted by commas; otherwise the title must say "A vs B"')
    .addOption(
      new Option('--format <format>', 'how to read the file; otherwise its name and text decide').choices(FORMATS),
    )
    .addHelpText('after', HELP)
    .action(async (file: string, options: Options) => {
      try {
        console.log(await run(file, options, now()));
      } catch (error) {
        if (!(error instanceof IngestError) && !(error instanceof KnowledgeError)) throw error;
        console.error(error.message);
        process.exitCode = error instanceof IngestError && error.wrongCall ? 2 : 1;
      }
    });
}

async function run(file: string, { out, frameworks, format }: Options, now: Date): Promise<string> {
  await assertFree(out);
  // Only here, so that the other commands need not wait for the readers of Markdown and HTML.
  const { ingest } = await import('../ingest/ingest.ts');
  const text = decode(await readBytes(file), file);
  const draft = ingest({ file: basename(file), text, today: dayOf(now), frameworks: frameworks?.split(','), format });
  await writeFolder(out, new Map([...draft.texts, ...(await shippedFollowUps())]));
  return printReport(out, loadKnowledge(out, await readFolder(out)), draft.remarks);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new IngestError('INGEST_UNREADABLE', `${file} cannot be read: ${reason}. Give the path of a text file.`, {
      cause,
    });
  }
}

/** The curator's own day, not Greenwich's. */
function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
