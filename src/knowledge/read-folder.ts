import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KnowledgeError } from './errors.ts';
import type { FolderTexts } from './folder.ts';

/** How people ask in a thread is much alike whatever is compared: a folder without examples of it goes by those we ship. */
const LENT = 'follow-ups.yaml';
const SHIPPED = fileURLToPath(new URL('../../knowledge', import.meta.url));

/**
 * Reads the YAML files of a knowledge folder: those at its top and those in `sections/`.
 * @throws KnowledgeError when the folder cannot be read.
 */
export async function readFolder(folder: string): Promise<FolderTexts> {
  try {
    const files = [...(await list(folder, '')), ...(await list(folder, 'sections/'))];
    const texts = await Promise.all(
      files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const),
    );
    return new Map(files.includes(LENT) ? texts : [...texts, ...(await shippedFollowUps())]);
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

/** What is lent to a folder that has no `follow-ups.yaml`: its name and text, or nothing where we were installed without. */
export async function shippedFollowUps(): Promise<readonly (readonly [string, string])[]> {
  try {
    return [[LENT, await readFile(join(SHIPPED, LENT), 'utf8')]];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
