import type { Knowledge } from '../knowledge/model.ts';
import { isStopWord, STOP_WORDS, stem, toWords, type Word, wordsIn } from '../question/words.ts';
import type { Entry } from './entries.ts';
import { type Named, namesOf, stemsOf } from './names.ts';
import { Sequences } from './sequences.ts';
import { Spelling } from './spelling.ts';
import { WideMap } from './wide-map.ts';

/** A group of words that mean nearly the same: its token stands for all of them in the index. */
type Concept = string;

/** Everything about the words of a knowledge folder that does not depend on the question. */
export interface Lexicon {
  readonly names: Sequences<Named>;
  readonly concepts: Sequences<Concept>;
  /** Closed and open spellings of one thing, told by the words of the usual one. */
  readonly phrases: Sequences<readonly Word[]>;
  /** Whole titles and phrases, as typed in lower case, with the number of the entry they name. */
  readonly exact: Pick<WideMap<number>, 'get'>;
  readonly spelling: Spelling;
  /** Stems that stand in some topic or name. */
  readonly stems: ReadonlySet<string>;
  /** Stems of what is answered elsewhere: spelt right, but nothing is known of them here. */
  readonly foreign: ReadonlySet<string>;
  /** Words that can be part of a compound: "multi" and "gpu" of "multigpu". */
  readonly parts: ReadonlySet<string>;
}

/** The parts of a lexicon by which texts are read; the words of the entries are learnt while reading. */
export type Phrasebook = Pick<Lexicon, 'names' | 'concepts' | 'phrases'>;

export function phrasebookOf(knowledge: Knowledge): Phrasebook {
  const concepts = new Sequences<Concept>();
  knowledge.words.same.forEach((group, index) => {
    for (const member of group) concepts.add(stemsOf(member), `same:${index}`);
  });
  const phrases = new Sequences<readonly Word[]>();
  for (const [usual = '', ...others] of knowledge.words.phrases) {
    for (const other of others) phrases.add(stemsOf(other), toWords(usual));
  }
  return { names: namesOf(knowledge), concepts, phrases };
}

/** A token's number in an index. */
export type TokenNumber = number;

/** Where a word stands: in a phrase of a topic or a name, in a topic's prose, in what is answered elsewhere. A set of them is their sum. */
export const PLACE = { phrase: 1, prose: 2, elsewhere: 4 } as const;
export type Place = (typeof PLACE)[keyof typeof PLACE];

/** What runs a word may begin, as a sum: names, phrases, concepts. */
const OPENS = { name: 1, phrase: 2, concept: 4 } as const;

/** A word as it was met in the entries. */
export interface MetWord extends Word {
  readonly stop: boolean;
  /** Number of its stem, once it is found by that; part of a framework's name it is not. */
  stemToken: TokenNumber | undefined;
  /** And of the word as it stands, where that differs; of a function word, the only one. */
  exactToken: TokenNumber | undefined;
  /** Sum of the `PLACE`s where it stands. */
  places: number;
  /** Sum of `OPENS`: a text of words that open nothing holds no name, phrase or concept. */
  readonly opens: number;
}

/** The words met while entries are read, and the numbers of their tokens: each is stemmed once, however often it stands there. */
export class Vocabulary {
  readonly numbers = new Map<string, TokenNumber>();
  private readonly words = new Map<string, MetWord>();

  constructor(readonly book: Phrasebook) {}

  meet(text: string): MetWord {
    const met = this.words.get(text);
    if (met) return met;
    const word = { text, stem: stem(text) };
    const fresh: MetWord = {
      text: word.text,
      stem: word.stem,
      stop: isStopWord(word),
      stemToken: undefined,
      exactToken: undefined,
      places: 0,
      opens: this.opensOf(word.stem),
    };
    this.words.set(text, fresh);
    return fresh;
  }

  private opensOf(stem: string): number {
    const { names, phrases, concepts } = this.book;
    return (
      (names.opensWith(stem) ? OPENS.name : 0) +
      (phrases.opensWith(stem) ? OPENS.phrase : 0) +
      (concepts.opensWith(stem) ? OPENS.concept : 0)
    );
  }

  numberOf(token: string): TokenNumber {
    const found = this.numbers.get(token);
    if (found !== undefined) return found;
    this.numbers.set(token, this.numbers.size);
    return this.numbers.size - 1;
  }

  all(): Iterable<MetWord> {
    return this.words.values();
  }
}

/** Entries and the words met in them. */
export interface ReadEntries {
  readonly entries: readonly Entry[];
  readonly vocabulary: Vocabulary;
}

/** Words to put into a lexicon in one slice. */
const SLICE = 200;

/** Makes a lexicon of the words met in the entries and of those in names and word lists; yields after each small step. */
export function* lexiconInSlices(knowledge: Knowledge, { entries, vocabulary }: ReadEntries): Generator<void, Lexicon> {
  for (const name of [
    ...knowledge.frameworks.flatMap((framework) => [framework.name, ...framework.aliases]),
    ...knowledge.about.not_compared,
    ...[...knowledge.words.same, ...knowledge.words.phrases].flat(),
  ]) {
    for (const word of wordsIn(name)) vocabulary.meet(word).places |= PLACE.phrase;
  }
  yield;
  const stems = new Set<string>();
  const foreign = new Set<string>();
  const parts = new Set<string>();
  // Of two words that a misspelt one may have meant alike, the first is taken: one of a phrase rather than one in passing.
  const spelling = new Spelling();
  const [inPassing, abroad]: [string[], string[]] = [[], []];
  let seen = 0;
  for (const { text, stem, stop, places } of vocabulary.all()) {
    if (stop) continue;
    if (places & PLACE.elsewhere) foreign.add(stem);
    if (places & (PLACE.phrase | PLACE.prose)) stems.add(stem);
    if (places & PLACE.phrase) {
      parts.add(text);
      spelling.add(text);
    } else (places & PLACE.prose ? inPassing : abroad).push(text);
    if (++seen % SLICE === 0) yield;
  }
  for (const text of [...inPassing, ...abroad]) {
    spelling.add(text);
    if (++seen % SLICE === 0) yield;
  }
  // Function words too: "betwen" is no topic, but "between" misspelt.
  for (const word of STOP_WORDS) spelling.add(word);
  return { ...vocabulary.book, exact: yield* exactPhrases(entries), spelling, stems, foreign, parts };
}

/** The words of a text as one string: what is the same but for case and punctuation is the same. */
export const exactly = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

/** Stands for the number of an entry where two have a phrase in common. */
const SHARED = -1;

/**
 * What names one entry and no other: titles first, then section titles for their overviews, names of tools, and phrases.
 * A phrase that two topics have in common names neither. Yields after each small step.
 */
function* exactPhrases(entries: readonly Entry[]): Generator<void, WideMap<number>> {
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
        const key = wordsIn(text).join(' ');
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

/** The token of a word as it stands, beside its stem: "production" and "productivity" share the stem "product". */
export const exactToken = (word: string): string => `=${word}`;

/** The token of a function word. */
export const grammarToken = (word: string): string => `~${word}`;

/** What a text is found by, as numbers. */
export interface TextTokens {
  /** Stems of its words without function words, the usual spelling of its phrases, and a token for each framework named. */
  readonly plain: TokenNumber[];
  readonly exact: TokenNumber[];
  readonly concepts: TokenNumber[];
  /** Its function words: no topic is found by them, but "when did" and "should I" tell what kind of question it is. */
  readonly grammar: TokenNumber[];
}

/** What a text is found by. Questions are turned into the same tokens, so that both meet. */
export function tokensOf(words: readonly MetWord[], vocabulary: Vocabulary): TextTokens {
  const { names, phrases, concepts } = vocabulary.book;
  const tokens: TextTokens = { plain: [], exact: [], concepts: [], grammar: [] };
  let opens = 0;
  for (const word of words) opens |= word.opens;
  const stems = opens === 0 ? [] : words.map((word) => word.stem);
  let named: Set<number> | undefined;
  for (const { value, at, length } of opens & OPENS.name ? names.find(stems) : []) {
    if (value.kind !== 'framework') continue;
    named ??= new Set();
    for (let i = at; i < at + length; i += 1) named.add(i);
    tokens.plain.push(vocabulary.numberOf(value.token));
  }
  for (const { value } of opens & OPENS.phrase ? phrases.find(stems) : [])
    for (const { stem } of value) tokens.plain.push(vocabulary.numberOf(stem));
  for (const { value } of opens & OPENS.concept ? concepts.find(stems) : [])
    tokens.concepts.push(vocabulary.numberOf(value));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word || named?.has(at)) continue;
    if (word.stop) {
      word.exactToken ??= vocabulary.numberOf(grammarToken(word.text));
      tokens.grammar.push(word.exactToken);
      continue;
    }
    word.stemToken ??= vocabulary.numberOf(word.stem);
    tokens.plain.push(word.stemToken);
    if (word.text === word.stem) continue;
    word.exactToken ??= vocabulary.numberOf(exactToken(word.text));
    tokens.exact.push(word.exactToken);
  }
  return tokens;
}
