import { type Word, wordOf, wordsIn } from '../question/words.ts';

// When a curator changes a line, all other texts are read again as they were, and patterns and stems take their time: what
// was found of a text or a word of a knowledge folder is kept. What people type is not.

/** Twice what the shipped folder has. What comes later is not kept: a folder that large would only push itself out. */
const MOST = 50_000;
const texts = new Map<string, readonly string[]>();
const words = new Map<string, Word>();

/** The words of a text of a knowledge folder, in lower case. */
export const keptWordsIn = (text: string): readonly string[] => kept(texts, text, wordsIn);

/** A word of a knowledge folder, with its stem. */
export const keptWordOf = (text: string): Word => kept(words, text, wordOf);

/** The words of a text of a knowledge folder, with their stems. */
export const keptWords = (text: string): readonly Word[] => keptWordsIn(text).map(keptWordOf);

function kept<T>(all: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  if (all.size < MOST) all.set(key, made);
  return made;
}
