import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { readFolder } from '../../src/knowledge/read-folder.ts';

/** The knowledge folder as it ships, loaded as the program loads it: every test of it fails when it is faulty. */
export const SHIPPED_FOLDER = fileURLToPath(new URL('../../knowledge', import.meta.url));
export const shipped = loadKnowledge('knowledge', await readFolder(SHIPPED_FOLDER));
