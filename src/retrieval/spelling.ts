import Fuse from 'fuse.js';
import { isEnglish } from './english.ts';

/** Below this length a word has too many neighbours one letter away. */
const SHORTEST = 4;
/** From this length on two slips are forgiven, not one. */
const LONG = 8;
/** How many words that share letter pairs Fuse looks at: keeps a correction fast in a vocabulary of any size. */
const MOST_NEIGHBOURS = 60;

/**
 * Finds the word of a vocabulary that a misspelt one was meant to be. Fuse.js ranks the neighbours; an edit distance and
 * a length guard decide, since Fuse's own score takes "flow" for "tensorflow".
 */
export class Spelling {
  private readonly byPair = new Map<string, number[]>();
  private readonly words: readonly string[];

  constructor(vocabulary: Iterable<string>) {
    this.words = [...new Set(vocabulary)].filter((word) => word.length >= SHORTEST);
    this.words.forEach((word, index) => {
      for (const pair of pairsOf(word)) {
        const list = this.byPair.get(pair);
        if (list) list.push(index);
        else this.byPair.set(pair, [index]);
      }
    });
  }

  /** The word that was meant, or undefined when none is near enough. Ordinary English words are left as they are. */
  correct(word: string): string | undefined {
    if (word.length < SHORTEST || isEnglish(word) || /\d/.test(word)) return undefined;
    const neighbours = this.neighbours(word);
    if (neighbours.length === 0) return undefined;
    const fuse = new Fuse(neighbours, {
      includeScore: true,
      threshold: 0.6,
      ignoreLocation: true,
      minMatchCharLength: 2,
    });
    const allowed = word.length >= LONG ? 2 : 1;
    const near = new Set([...fuse.search(word).map(({ item }) => item), ...neighbours]);
    let best: { readonly word: string; readonly distance: number } | undefined;
    for (const candidate of near) {
      if (candidate[0] !== word[0] && candidate[1] !== word[0]) continue;
      const distance = editDistance(word, candidate, allowed);
      if (distance <= allowed && (!best || distance < best.distance)) best = { word: candidate, distance };
    }
    return best?.word;
  }

  private neighbours(word: string): readonly string[] {
    const shared = new Map<number, number>();
    for (const pair of pairsOf(word)) {
      for (const index of this.byPair.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    return [...shared]
      .filter(([index]) => Math.abs((this.words[index] ?? '').length - word.length) <= 2)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_NEIGHBOURS)
      .flatMap(([index]) => this.words[index] ?? []);
  }
}

function pairsOf(word: string): ReadonlySet<string> {
  const padded = `^${word}$`;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}

/**
 * Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions and swaps of neighbours, one
 * each. Gives `most + 1` as soon as the lengths alone exceed `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
