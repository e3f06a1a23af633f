import type { Slices } from '../slices.ts';
import type { Entry } from './entries.ts';

/** Entries to look at in one slice. */
const SLICE = 20_000;
const ELSEWHERE = 'elsewhere: ';

export const isSection = (name: string): boolean => !name.startsWith(ELSEWHERE);

/** The class to which each entry's questions belong. */
export type ClassOf = (entry: Entry) => string;

/** With more sections than this, telling them apart takes more than it gives: all topics are one class then. */
const MOST_SECTIONS = 64;

export function* classesFor(entries: readonly Entry[]): Slices<ClassOf> {
  const sections = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    if (entry.kind === 'topic') sections.add(entry.section);
    if (at % SLICE === 0) yield;
  }
  // No slug has a space: a section is never taken for a sort of what is answered elsewhere.
  return (entry) => {
    if (entry.kind === 'elsewhere') return `${ELSEWHERE}${entry.sort}`;
    return sections.size > MOST_SECTIONS ? 'any section' : entry.section;
  };
}

/** More examples than this are learnt from only in part: they take room and teach little more. */
const MOST_SAMPLES = 60_000;

/** Of so many texts one is to be learnt from. */
export function* strideFor(entries: readonly Entry[]): Slices<number> {
  let texts = 0;
  for (const [at, entry] of entries.entries()) {
    texts += entry.phrases.length + entry.names.length + entry.questions.length;
    if (at % SLICE === 0) yield;
  }
  return Math.max(1, Math.ceil(texts / MOST_SAMPLES));
}
