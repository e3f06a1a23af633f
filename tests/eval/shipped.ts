import { fileURLToPath } from 'node:url';
import { knowledgeInSlices } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { readFolder } from '../../src/knowledge/read-folder.ts';
import { inSlices } from '../../src/slices.ts';

const FOLDER = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** The knowledge that is shipped, checked as at start. */
export const loadShipped = async (): Promise<Knowledge> =>
  inSlices(knowledgeInSlices(FOLDER, await readFolder(FOLDER)));

/** The day of the newest reading in the knowledge: a "today" on which nothing is stale and that no clock moves. */
export function dayOf(knowledge: Knowledge): string {
  return [...knowledge.sources.values()].reduce((newest, { read }) => (read > newest ? read : newest), '2026-01-01');
}
