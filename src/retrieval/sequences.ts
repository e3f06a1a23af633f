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

/** Finds known runs of stems (names, phrases) in a text in one pass, the longest at each place. Read for every text of an index. */
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

  /** Does some run begin with this stem? Most words of a text begin none, and need not be looked at twice. */
  opensWith(stem: string): boolean {
    return this.byFirst.has(stem);
  }

  /** All runs in the text from left to right; none overlaps another. */
  find(stems: readonly string[]): readonly Found<T>[] {
    const found: Found<T>[] = [];
    for (let at = 0; at < stems.length; at += 1) {
      const runs = this.byFirst.get(stems[at] ?? '');
      const run = runs && longestAt(runs, stems, at);
      if (!run) continue;
      found.push({ value: run.value, at, length: run.stems.length });
      at += run.stems.length - 1;
    }
    return found;
  }
}

function longestAt<T>(runs: readonly Run<T>[], stems: readonly string[], at: number): Run<T> | undefined {
  for (const run of runs) if (standsAt(run.stems, stems, at)) return run;
  return undefined;
}

/** That the first stem is there is known. */
function standsAt(run: readonly string[], stems: readonly string[], at: number): boolean {
  for (let i = 1; i < run.length; i += 1) if (run[i] !== stems[at + i]) return false;
  return true;
}
