import type { FrameworkId, Knowledge } from '../knowledge/model.ts';
import { isStopWord, STOP_WORDS, stem, toWords, type Word } from '../question/words.ts';
import type { Entry } from './entries.ts';
import { type Named, namesOf, stemsOf } from './names.ts';
import { Sequences } from './sequences.ts';
import { Spelling } from './spelling.ts';

/** A group of words that mean nearly the same: its token stands for all of them in the index. */
type Concept = string;

/** Everything about the words of a knowledge folder that does not depend on the question. */
export interface Lexicon {
  readonly names: Sequences<Named>;
  readonly concepts: Sequences<Concept>;
  /** Closed and open spellings of one thing, told by the words of the usual one. */
  readonly phrases: Sequences<readonly Word[]>;
  /** Whole titles and phrases, as typed in lower case, with the number of the entry they name. */
  readonly exact: ReadonlyMap<string, number>;
  readonly spelling: Spelling;
  /** Stems that stand in some topic or name. */
  readonly stems: ReadonlySet<string>;
  /** Stems of what is answered elsewhere. */
  readonly foreign: ReadonlySet<string>;
  /** Words that can be part of a compound: "multi" and "gpu" of "multigpu". */
  readonly parts: ReadonlySet<string>;
}

export function buildLexicon(knowledge: Knowledge, entries: readonly Entry[]): Lexicon {
  const names = namesOf(knowledge);
  const concepts = new Sequences<Concept>();
  knowledge.words.same.forEach((group, index) => {
    for (const member of group) concepts.add(stemsOf(member), `same:${index}`);
  });
  const phrases = new Sequences<readonly Word[]>();
  for (const [usual = '', ...others] of knowledge.words.phrases) {
    for (const other of others) phrases.add(stemsOf(other), toWords(usual));
  }
  const strong = new Set<string>();
  const weak = new Set<string>();
  // Words of what is answered elsewhere are spelt right, but nothing is known of them here.
  const foreign = new Set<string>();
  const learn = (into: Set<string>, text: string) => {
    for (const word of toWords(text)) if (!isStopWord(word)) into.add(word.text);
  };
  for (const entry of entries) {
    if (entry.kind === 'elsewhere') {
      for (const text of [...entry.phrases, ...entry.questions]) learn(foreign, text);
      continue;
    }
    for (const phrase of [...entry.phrases, ...entry.names, ...entry.sectionWords]) learn(strong, phrase);
    for (const question of entry.questions) learn(weak, question);
    for (const text of [entry.verdict, entry.claims, entry.body]) learn(weak, text);
  }
  for (const framework of knowledge.frameworks) {
    for (const name of [framework.name, ...framework.aliases]) learn(strong, name);
  }
  for (const name of knowledge.about.not_compared) learn(strong, name);
  for (const group of [...knowledge.words.same, ...knowledge.words.phrases])
    for (const member of group) learn(strong, member);
  return {
    names,
    concepts,
    phrases,
    exact: exactPhrases(entries),
    // Function words too: "betwen" is no topic, but "between" misspelt.
    spelling: new Spelling([...strong, ...weak, ...foreign, ...STOP_WORDS]),
    stems: new Set([...strong, ...weak].map(stem)),
    foreign: new Set([...foreign].map(stem)),
    parts: strong,
  };
}

/** The words of a text as one string: what is the same but for case and punctuation is the same. */
export const exactly = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

/**
 * What names one entry and no other: titles first, then section titles for their overviews, names of tools, and phrases.
 * A phrase that two topics have in common names neither.
 */
function exactPhrases(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const ranks: readonly ((entry: Entry) => readonly string[])[] = [
    (entry) => entry.phrases.slice(0, 1),
    (entry) => (entry.kind === 'topic' && entry.overview ? entry.sectionWords.slice(0, 1) : []),
    (entry) => entry.names,
    (entry) => entry.phrases.slice(1),
  ];
  const exact = new Map<string, number>();
  for (const textsOf of ranks) {
    const found = new Map<string, Set<number>>();
    for (const [number, entry] of entries.entries()) {
      for (const text of textsOf(entry)) {
        const key = exactly(toWords(text));
        if (key !== '' && !exact.has(key)) found.set(key, (found.get(key) ?? new Set()).add(number));
      }
    }
    for (const [key, [only, ...others]] of found) if (only !== undefined && others.length === 0) exact.set(key, only);
  }
  return exact;
}

/** The token of a word as it stands, beside its stem: "production" and "productivity" share the stem "product". */
export const exactToken = (word: string): string => `=${word}`;

/** The token under which mentions of a framework are found. */
export const frameworkToken = (id: FrameworkId): string => `fw:${id}`;

/**
 * What a text is found by: the stems of its words without function words, the concepts they belong to, and a token for
 * each framework it names. The same for entries and for questions, so that both meet.
 */
export function tokensOf(text: string, lexicon: Lexicon): readonly string[] {
  const words = toWords(text);
  const stems = words.map((word) => word.stem);
  const named = new Set<number>();
  const tokens: string[] = [];
  for (const { value, at, length } of lexicon.names.find(stems)) {
    if (value.kind !== 'framework') continue;
    for (let i = at; i < at + length; i += 1) named.add(i);
    tokens.push(frameworkToken(value.id));
  }
  for (const { value } of lexicon.phrases.find(stems)) tokens.push(...value.map((word) => word.stem));
  for (const { value } of lexicon.concepts.find(stems)) tokens.push(value);
  words.forEach((word: Word, at) => {
    if (named.has(at) || isStopWord(word)) return;
    tokens.push(word.stem);
    if (word.text !== word.stem) tokens.push(exactToken(word.text));
  });
  return tokens;
}
