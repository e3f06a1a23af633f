import { mkdir, mkdtemp, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { IngestError } from '../errors.ts';

/**
 * Writes a folder whole or not at all: beside its place first, then moved there in one step.
 * @throws IngestError when something stands there already, or the disk refuses.
 */
export async function writeFolder(out: string, texts: ReadonlyMap<string, string>): Promise<void> {
  await assertFree(out);
  let draft: string | undefined;
  try {
    const target = await realpath(out).catch(() => resolve(out));
    await mkdir(dirname(target), { recursive: true });
    draft = await mkdtemp(join(dirname(target), '.fwcompare-ingest-'));
    await mkdir(join(draft, 'sections'));
    for (const [path, text] of texts) await writeFile(join(draft, path), text, 'utf8');
    // An empty folder gives way to the rename; one that filled up meanwhile does not, and nothing of it is lost.
    await rename(draft, target);
  } catch (cause) {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
    throw new IngestError(
      'INGEST_UNWRITABLE',
      `${out} cannot be written: ${reasonOf(cause)}. Name a folder with --out that you may write and that does not exist yet.`,
      { cause },
    );
  }
}

/** @throws IngestError unless `out` does not exist or is an empty folder. */
export async function assertFree(out: string): Promise<void> {
  const taken = (what: string) =>
    new IngestError(
      'INGEST_OUT_TAKEN',
      `${out} ${what}, and nothing is ever overwritten. Name a new folder with --out, or empty this one.`,
    );
  let entries: readonly string[];
  try {
    entries = await readdir(out);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR') throw taken('is a file, or lies below one');
    throw new IngestError('INGEST_UNWRITABLE', `${out} cannot be looked into: ${reasonOf(error)}.`, { cause: error });
  }
  if (entries.length > 0) throw taken(`holds ${entries.length} file(s) already`);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
