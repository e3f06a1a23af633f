import Fuse from 'fuse.js';
import { ordinarinessOf } from './english.ts';

/** Below this length a word has too many neighbours one letter away. */
const SHORTEST = 4;
/** From this length on two slips are forgiven, not one. */
const LONG = 8;
const MOST_SLIPS = 2;

/** Words of one length with one letter in front: the first, or the second for a slip that hit the first. */
interface Bucket {
  readonly words: string[];
  /** Which of all words each was, in the order of adding. */
  readonly ranks: number[];
  /** The letters of each word as bits: a slip changes two of them at most. */
  readonly letters: number[];
}

/**
 * Finds the word of a vocabulary that a misspelt one was meant to be. An edit distance and a length guard decide, since
 * Fuse's own score takes "flow" for "tensorflow"; between words that are equally near, Fuse.js does,
 * and between those that it finds alike, the letter pairs they share, then which was added first.
 */
export class Spelling {
  /** By letter and length. */
  private readonly buckets = new Map<number, Bucket>();
  private added = 0;

  constructor(vocabulary: Iterable<string> = []) {
    for (const word of new Set(vocabulary)) this.add(word);
  }

  /** Each word is to be added once. */
  add(word: string): void {
    if (word.length < SHORTEST) return;
    const letters = lettersOf(word);
    for (let at = 0; at < 2; at += 1) {
      if (at === 1 && word[1] === word[0]) break;
      const key = keyOf(word, at, word.length);
      let bucket = this.buckets.get(key);
      if (!bucket) {
        bucket = { words: [], ranks: [], letters: [] };
        this.buckets.set(key, bucket);
      }
      bucket.words.push(word);
      bucket.ranks.push(this.added);
      bucket.letters.push(letters);
    }
    this.added += 1;
  }

  /** The word that was meant, or undefined when none is near enough. Ordinary English words are left as they are. */
  correct(word: string): string | undefined {
    if (word.length < SHORTEST || ordinarinessOf(word).english || /\d/.test(word)) return undefined;
    const near = this.nearest(word, word.length >= LONG ? MOST_SLIPS : 1);
    if (near.length < 2) return near[0];
    const pairs = pairsOf(word);
    const shared = (other: string) => [...pairsOf(other)].filter((pair) => pairs.has(pair)).length;
    const sorted = near.map((each) => ({ each, pairs: shared(each) })).sort((a, b) => b.pairs - a.pairs);
    const fuse = new Fuse(
      sorted.map(({ each }) => each),
      { threshold: 0.6, ignoreLocation: true, minMatchCharLength: 2 },
    );
    return fuse.search(word)[0]?.item ?? sorted[0]?.each;
  }

  /** The words at the least distance, if that is allowed, in the order of adding. */
  private nearest(word: string, allowed: number): readonly string[] {
    const letters = lettersOf(word);
    let near: { readonly candidate: string; readonly rank: number }[] = [];
    let least = allowed;
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      const bucket = this.buckets.get(keyOf(word, 0, length));
      if (!bucket) continue;
      for (let at = 0; at < bucket.words.length; at += 1) {
        if (bitsIn((bucket.letters[at] ?? 0) ^ letters) > 2 * least) continue;
        const candidate = bucket.words[at] ?? '';
        const distance = editDistance(word, candidate, least);
        if (distance > least) continue;
        if (distance < least) near = [];
        least = distance;
        near.push({ candidate, rank: bucket.ranks[at] ?? 0 });
      }
    }
    return near.sort((a, b) => a.rank - b.rank).map(({ candidate }) => candidate);
  }
}

/** Of the bucket for words of this length with this word's letter at `at`. */
const keyOf = (word: string, at: number, length: number): number => word.charCodeAt(at) * LONGEST_WORD + length;
/** More letters than any word has that Slack can carry. */
const LONGEST_WORD = 65_536;

function pairsOf(word: string): ReadonlySet<string> {
  const padded = `^${word}$`;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many bits of 32 are set (Hacker's Delight, 5-1). */
function bitsIn(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
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
