import { type Word, wordOf, wordsIn } from './words.ts';

/** Three times what a large folder has; when there are more, keeping begins anew. */
const MOST = { words: 20_000, texts: 40_000 } as const;
const words = new Map<string, Word>();
const texts = new Map<string, readonly Word[]>();

/**
 * The words of a text of a knowledge folder, which are kept: when a curator changes a line, all other texts are read again
 * as they were, and stems and patterns take their time. What people type is not kept.
 */
export const keptWords = (text: string): readonly Word[] =>
  kept(texts, MOST.texts, text, () => wordsIn(text).map((each) => kept(words, MOST.words, each, wordOf)));

function kept<T>(all: Map<string, T>, most: number, key: string, make: (key: string) => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  if (all.size >= most) all.clear();
  const made = make(key);
  all.set(key, made);
  return made;
}
