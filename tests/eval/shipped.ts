import { fileURLToPath } from 'node:url';
import { parseFolder } from '../../src/knowledge/folder.ts';
import { buildUnchecked } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { readFolder } from '../../src/knowledge/read-folder.ts';

const FOLDER = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** DEV ONLY */
export const loadShipped = async (): Promise<Knowledge> => {
  const parsed = parseFolder(await readFolder(FOLDER));
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults.slice(0, 5)));
  return buildUnchecked(parsed, 'dev');
};

/** The day of the newest reading in the knowledge: a "today" on which nothing is stale and that no clock moves. */
export function dayOf(knowledge: Knowledge): string {
  return [...knowledge.sources.values()].reduce((newest, { read }) => (read > newest ? read : newest), '2026-01-01');
}
