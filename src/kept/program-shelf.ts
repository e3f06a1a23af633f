import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Shelf } from './shelf.ts';

const FOLDER = fileURLToPath(new URL('../../dist/shelf', import.meta.url));

/** The shelf beside the program. A build writes every file of it anew, this one too, so that its time tells builds apart. */
export function programShelf(): Shelf {
  return new Shelf(FOLDER, Math.round(statSync(fileURLToPath(import.meta.url)).mtimeMs).toString(36));
}
