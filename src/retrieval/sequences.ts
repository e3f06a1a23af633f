import type { Word } from '../question/words.ts';

/** A run of stems found in a text: `at` is where it begins, `length` how many words it spans. */
export interface Found<T> {
  readonly value: T;
  readonly at: number;
  readonly length: number;
}

interface Run<T> {
  readonly stems: readonly string[];
  readonly value: T;
}

/** Some that begin with the same stem, the longest first. */
export type Runs<T> = readonly Run<T>[];

/** A word as far as runs are told by it. */
type Stemmed = Pick<Word, 'stem'>;

/** Finds known runs of stems (names, phrases) in a text in one pass, the longest at each place. */
export class Sequences<T> {
  private readonly byFirst = new Map<string, Run<T>[]>();

  /** The first value that is added under a run keeps it. */
  add(stems: readonly string[], value: T): void {
    const [first] = stems;
    if (first === undefined) return;
    const runs = this.byFirst.get(first) ?? [];
    if (runs.some((run) => run.stems.length === stems.length && run.stems.every((stem, i) => stem === stems[i])))
      return;
    runs.push({ stems, value });
    runs.sort((a, b) => b.stems.length - a.stems.length);
    this.byFirst.set(first, runs);
  }

  /** The runs that begin with this stem, the longest first; most words of a text begin none. */
  beginningWith(stem: string): Runs<T> | undefined {
    return this.byFirst.get(stem);
  }

  /** All runs in the text from left to right; none overlaps another. */
  find(words: readonly Stemmed[]): readonly Found<T>[] {
    const found: Found<T>[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const runs = this.byFirst.get(words[at]?.stem ?? '');
      const run = runs && longestAt(runs, words, at);
      if (!run) continue;
      found.push(run);
      at += run.length - 1;
    }
    return found;
  }
}

/** The longest of these runs that stands there; that the first stem does is known. */
export function longestAt<T>(runs: Runs<T>, words: readonly Stemmed[], at: number): Found<T> | undefined {
  for (const { stems, value } of runs) if (standsAt(stems, words, at)) return { value, at, length: stems.length };
  return undefined;
}

function standsAt(stems: readonly string[], words: readonly Stemmed[], at: number): boolean {
  for (let i = 1; i < stems.length; i += 1) if (stems[i] !== words[at + i]?.stem) return false;
  return true;
}
