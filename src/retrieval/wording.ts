import type { Word } from '../question/words.ts';
import type { Phrasebook } from './phrasebook.ts';

/**
 * The words of a text as one text is told from another by them: stems, function words as they are, one name for each
 * framework whatever it is called, and phrases in their usual spelling.
 */
export function wordsToTellBy(words: readonly Word[], { names, phrases }: Phrasebook): readonly string[] {
  const instead = new Map<number, { readonly words: readonly string[]; readonly length: number }>();
  for (const { value, at, length } of phrases.find(words)) instead.set(at, { words: value.map(wordToTellBy), length });
  for (const { value, at, length } of names.find(words))
    if (value.kind === 'framework') instead.set(at, { words: [value.token], length });
  const told: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const other = instead.get(at);
    const word = words[at];
    if (other) {
      told.push(...other.words);
      at += other.length - 1;
    } else if (word) told.push(wordToTellBy(word));
  }
  return told;
}

const wordToTellBy = ({ text, stem, stop }: Word): string => (stop ? text : stem);

/** How many numbers there are for what a text is told by. */
export const WORDINGS = 1 << 16;
/** So many letters in a row are one feature: "deploy", "redeploys" and "deployer" have three in common. */
const RUN = 4;
/** Tell words, pairs and runs of letters apart. */
const [OF_WORDS, OF_PAIRS, OF_RUNS] = [0x811c9dc5, 0x9e3779b1, 0x85ebca6b] as const;

/**
 * What a text is told by, as numbers below `WORDINGS`: its words, each two in a row, and runs of letters within each, so that
 * words that look alike tell alike. Numbers are hashes, which need no table; the few that share one do little harm
 * (Weinberger et al. 2009, "Feature hashing"; runs of letters as in Bojanowski et al. 2017, fastText).
 */
export function wordingOf(words: readonly string[]): readonly number[] {
  const wording: number[] = [];
  let before = 0;
  for (const word of words) {
    const whole = hash(word, 0, word.length, OF_WORDS);
    wording.push(whole % WORDINGS, pair(before, whole));
    before = whole;
    const padded = `<${word}>`;
    for (let at = 0; at + RUN <= padded.length; at += 1) wording.push(hash(padded, at, at + RUN, OF_RUNS) % WORDINGS);
  }
  wording.push(pair(before, 0));
  return wording;
}

const pair = (before: number, after: number): number => ((Math.imul(before, OF_PAIRS) ^ after) >>> 0) % WORDINGS;

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), over the character codes of a part of a text. */
function hash(text: string, from: number, to: number, basis: number): number {
  let sum = basis;
  for (let at = from; at < to; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
