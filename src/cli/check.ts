import { Command } from 'commander';
import { type Shares, sharesOf } from '../knowledge/audit.ts';
import { printJsonSchema } from '../knowledge/json-schema.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { readFolder } from '../knowledge/read-folder.ts';

/** With `--strict`, as in CI: more than this share of cells past their class's days is a failure. */
const MOST_PAST = 0.05;

/** `fwcompare check [dir]`: every fault of a knowledge folder with file, line and reason; exit 1 if there is one. */
export function checkCommand(knowledgeDir: string, now: () => Date = () => new Date()): Command {
  return new Command('check')
    .description('check a knowledge folder: every fault with file, line and reason')
    .argument('[dir]', 'the knowledge folder', knowledgeDir)
    .option('--strict', 'fail when more than 5 % of the cells are due for a check, as CI does')
    .option('--schema <file>', 'print the JSON Schema of a file of the folder, for editors: sections, sources.yaml, …')
    .addHelpText(
      'after',
      '\nExample:\n  npx fwcompare check\n  npx fwcompare check --schema sections > topic.schema.json',
    )
    .action(async (dir: string, options: { readonly strict?: true; readonly schema?: string }) => {
      if (options.schema !== undefined) {
        console.log(printJsonSchema(options.schema));
        return;
      }
      const knowledge = loadKnowledge(dir, await readFolder(dir));
      const shares = sharesOf(knowledge, now().toISOString().slice(0, 10));
      console.log(`${dir}: ${knowledge.topics.size} topics in ${knowledge.sections.length} sections, no faults.`);
      for (const line of printShares(shares)) console.log(line);
      const drafts = [...knowledge.topics.values()].filter((topic) => topic.draft !== undefined).length;
      if (drafts > 0) console.log(`Drafts that nobody has checked yet: ${drafts}.`);
      const past = (shares.past + shares.longPast) / Math.max(1, shares.cells);
      if (options.strict && past > MOST_PAST) {
        console.error(
          `More than ${percent(MOST_PAST)} of the cells are due for a check. Read their sources again and set "read" in sources.yaml.`,
        );
        process.exitCode = 1;
      }
    });
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function printShares(shares: Shares): readonly string[] {
  const of = (count: number) => `${count} (${percent(count / Math.max(1, shares.cells))})`;
  return [
    `Cells: ${shares.cells}, each cited; known ${of(shares.known)}, unknown ${of(shares.unknown)}, disputed ${of(shares.disputed)}.`,
    ...(shares.past + shares.longPast > 0
      ? [`Warning: due for a check ${of(shares.past)}, so long past that they are withheld ${of(shares.longPast)}.`]
      : ['Every cell was checked within the days of its class.']),
  ];
}
