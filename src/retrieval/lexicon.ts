import type { Knowledge } from '../knowledge/model.ts';
import { STOP_WORDS, type Word } from '../question/words.ts';
import type { Slices } from '../slices.ts';
import type { Entry } from './entries.ts';
import { keptWordsIn } from './kept-words.ts';
import type { Phrasebook } from './phrasebook.ts';
import { Spelling } from './spelling.ts';
import { PLACE, type Vocabulary } from './vocabulary.ts';
import { WideMap } from './wide-map.ts';

/** Everything about the words of a knowledge folder that does not depend on the question. */
export interface Lexicon extends Phrasebook {
  readonly vocabulary: Vocabulary;
  /** Whole titles and phrases, as typed in lower case, with the number of the entry they name. */
  readonly exact: WideMap<number>;
  readonly spelling: Spelling;
}

/** Entries and the words met in them. */
interface ReadEntries {
  readonly entries: readonly Entry[];
  readonly vocabulary: Vocabulary;
}

/** Words to put into a lexicon in one slice. */
const SLICE = 200;

/** Makes a lexicon of the words met in the entries and of those in names and word lists; yields after each small step. */
export function* lexiconInSlices(knowledge: Knowledge, { entries, vocabulary }: ReadEntries): Slices<Lexicon> {
  for (const name of [
    ...knowledge.frameworks.flatMap((framework) => [framework.name, ...framework.aliases]),
    ...knowledge.about.not_compared,
    ...[...knowledge.words.same, ...knowledge.words.phrases].flat(),
  ]) {
    vocabulary.read(name, PLACE.phrase);
  }
  yield;
  // Of two words that a misspelt one may have meant alike, the first is taken: one of a phrase rather than one in passing.
  const spelling = new Spelling();
  const [inPassing, abroad]: [string[], string[]] = [[], []];
  let seen = 0;
  for (const { text, stop, places } of vocabulary.words()) {
    if (stop) continue;
    if (places & PLACE.phrase) spelling.add(text);
    else (places & (PLACE.prose | PLACE.question) ? inPassing : abroad).push(text);
    if (++seen % SLICE === 0) yield;
  }
  for (const text of [...inPassing, ...abroad]) {
    spelling.add(text);
    if (++seen % SLICE === 0) yield;
  }
  // Function words too: "betwen" is no topic, but "between" misspelt.
  for (const word of STOP_WORDS) spelling.add(word);
  return { ...vocabulary.book, vocabulary, exact: yield* exactPhrases(entries), spelling };
}

/** The words of a text as one string: what is the same but for case and punctuation is the same. */
export const exactly = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

/** Stands for the number of an entry where two have a phrase in common. */
const SHARED = -1;

/**
 * What names one entry and no other: titles first, then section titles for their overviews, names of tools, and phrases.
 * A phrase that two topics have in common names neither. Yields after each small step.
 */
function* exactPhrases(entries: readonly Entry[]): Slices<WideMap<number>> {
  const ranks: readonly ((entry: Entry) => readonly string[])[] = [
    (entry) => entry.phrases.slice(0, 1),
    (entry) => (entry.kind === 'topic' && entry.overview ? entry.sectionWords.slice(0, 1) : []),
    (entry) => entry.names,
    (entry) => entry.phrases.slice(1),
  ];
  const exact = new WideMap<number>();
  for (const textsOf of ranks) {
    const found = new WideMap<number>();
    for (const [number, entry] of entries.entries()) {
      for (const text of textsOf(entry)) {
        const key = keptWordsIn(text).join(' ');
        if (key !== '' && !exact.has(key)) found.set(key, (found.get(key) ?? number) === number ? number : SHARED);
      }
      yield;
    }
    let seen = 0;
    for (const [key, only] of found) {
      if (only !== SHARED) exact.set(key, only);
      if (++seen % SLICE === 0) yield;
    }
  }
  return exact;
}
