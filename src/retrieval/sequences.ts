/** A run of stems found in a text: `at` is where it begins, `length` how many words it spans. */
export interface Found<T> {
  readonly value: T;
  readonly at: number;
  readonly length: number;
}

/** Finds known runs of stems (names, phrases) in a text in one pass, the longest at each place. */
export class Sequences<T> {
  private readonly byFirst = new Map<string, { readonly stems: readonly string[]; readonly value: T }[]>();

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

  /** All runs in the text from left to right; none overlaps another. */
  find(stems: readonly string[]): readonly Found<T>[] {
    const found: Found<T>[] = [];
    for (let at = 0; at < stems.length; at += 1) {
      const run = this.byFirst
        .get(stems[at] ?? '')
        ?.find((each) => each.stems.every((stem, i) => stem === stems[at + i]));
      if (!run) continue;
      found.push({ value: run.value, at, length: run.stems.length });
      at += run.stems.length - 1;
    }
    return found;
  }
}
