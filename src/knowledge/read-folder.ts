import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KnowledgeError } from './errors.ts';
import type { FolderTexts } from './folder.ts';

/**
 * Reads the YAML files of a knowledge folder: those at its top and those in `sections/`.
 * @throws KnowledgeError when the folder cannot be read.
 */
export async function readFolder(folder: string): Promise<FolderTexts> {
  try {
    const files = [...(await list(folder, '')), ...(await list(folder, 'sections/'))];
    return new Map(
      await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KnowledgeError(folder, [{ file: folder, line: 1, reason: `cannot be read: ${reason}` }]);
  }
}

async function list(folder: string, under: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => under + entry.name)
    .sort();
}
