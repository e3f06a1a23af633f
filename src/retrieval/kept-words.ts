import { type Word, wordOf, wordsIn } from '../question/words.ts';

// When a curator changes a line, all other texts are read again as they were, and patterns and stems take their time: what
// was found of a text or a word of a knowledge folder is kept. What people type is not.

/** Twice what the shipped folder has. What comes later is not kept: a folder that large would only push itself out. */
const MOST = 50_000;

/** The same as `make`, which is called once for each of the first so many texts. */
export function keeping<T>(make: (text: string) => T, most = MOST): (text: string) => T {
  const all = new Map<string, T>();
  return (text) => {
    const known = all.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (all.size < most) all.set(text, made);
    return made;
  };
}

/** The words of a text of a knowledge folder, in lower case. */
export const keptWordsIn = keeping(wordsIn);

/** A word of a knowledge folder, with its stem. */
export const keptWordOf = keeping(wordOf);

/** The words of a text of a knowledge folder, with their stems. */
export const keptWords = (text: string): readonly Word[] => keptWordsIn(text).map(keptWordOf);
