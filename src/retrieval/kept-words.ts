import { type Word, wordOf, wordsIn } from '../question/words.ts';

/** Ten times what the shipped folder has: a bound, lest many reloads pile up. When it is reached, keeping begins anew. */
const MOST = 200_000;
const words = new Map<string, Word>();
const texts = new Map<string, readonly Word[]>();

/**
 * The words of a text of a knowledge folder, which are kept: when a curator changes a line, all other texts are read again
 * as they were, and stems and patterns take their time. What people type is not kept.
 */
export const keptWords = (text: string): readonly Word[] =>
  kept(texts, text, () => wordsIn(text).map((each) => kept(words, each, wordOf)));

function kept<T>(all: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  if (all.size >= MOST) all.clear();
  const made = make(key);
  all.set(key, made);
  return made;
}
