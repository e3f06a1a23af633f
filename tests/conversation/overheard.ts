import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const linesSchema = z.string().transform((text) => text.split('\n').filter((line) => line !== ''));

/** What people typed into a thread, by what they were after; none of it stands in the examples. */
export const OVERHEARD: Readonly<Record<string, readonly string[]>> = z
  .record(z.string(), linesSchema)
  .parse(parse(readFileSync(new URL('overheard.yaml', import.meta.url), 'utf8')));

/** The topics of the threads in which it is heard. */
export const THREADS = ['gpu-speed', 'debugging-overview', 'distributed-overview'] as const;
