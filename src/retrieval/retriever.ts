import type { Knowledge } from '../knowledge/model.ts';
import type { Question } from '../question/question.ts';
import { atOnce, type Slices } from '../slices.ts';
import { candidatesFor, seek } from './candidates.ts';
import { type ElsewhereEntry, type Entry, entriesOf, type TopicEntry } from './entries.ts';
import { exactly, type Lexicon, lexiconInSlices } from './lexicon.ts';
import { phrasebookOf } from './phrasebook.ts';
import { type Candidate, rank, type Sounding } from './rank.ts';
import { indexInSlices, type SearchIndex } from './search-index.ts';
import type { TextToTell } from './sections.ts';
import { type Evidence, evidenceFor, surenessOf } from './sureness.ts';
import { type Understood, understand } from './understand.ts';
import { type TokenNumber, Vocabulary } from './vocabulary.ts';
import { wordsToTellBy } from './wording.ts';

/** What was found for a question, and how sure that is. */
export interface Retrieval {
  readonly understood: Understood;
  /** Best first; empty when no entry shares a word with the question. */
  readonly ranked: readonly Candidate<TopicEntry>[];
  /** What is not answered here and fits best, if anything does. */
  readonly elsewhere?: Candidate<ElsewhereEntry>;
  readonly evidence: Evidence;
  /** The chance, from 0 to 1, that the first candidate is what was asked for. */
  readonly sureness: number;
}

/** Finds topics for questions. Pure once built: the same question gives the same retrieval, whoever asks, whenever. */
export interface Retriever {
  retrieve(question: Question, around?: Around): Retrieval;
}

/** The sections that a conversation is about: what is asked next is more likely about them than about others. */
export type Around = ReadonlySet<string>;
/** How much more likely; chosen on the golden and the blind dialogues. */
const AROUND = 4;

/** All that is found out about a knowledge folder before the first question. It can be kept: see `revive.ts`. */
export interface Learnt {
  readonly lexicon: Lexicon;
  readonly index: SearchIndex;
}

export const buildRetriever = (knowledge: Knowledge, entries: readonly Entry[] = entriesOf(knowledge)): Retriever =>
  retrieverOf(atOnce(learntInSlices(knowledge, entries)));

/** Learns what a retriever goes by; yields after each small step. */
export function* learntInSlices(
  knowledge: Knowledge,
  entries: readonly Entry[] = entriesOf(knowledge),
): Slices<Learnt> {
  const vocabulary = new Vocabulary(phrasebookOf(knowledge));
  yield;
  const index = yield* indexInSlices(entries, vocabulary);
  const lexicon = yield* lexiconInSlices(knowledge, { vocabulary, entries });
  return { lexicon, index };
}

/** What is left of a question without function words and framework names; a bare number ("+1") is no gist of anything. */
function gistOf({ terms }: Understood): string {
  const said = terms.filter((term) => term.kind !== 'framework');
  return said.some((term) => term.kind === 'word') ? said.map((term) => term.said).join(' ') : '';
}

/** What a question sounds like one section or another by: all its words, those of grammar too. */
function tellingOf({ telling, terms }: Understood, lexicon: Lexicon): TextToTell {
  const tokens: TokenNumber[] = [];
  for (const term of terms) for (const { number, exact } of term.tokens) if (!exact) tokens.push(number);
  for (const { stop, own } of telling) if (stop && own !== undefined) tokens.push(own);
  return { tokens, words: wordsToTellBy(telling, lexicon) };
}

/** What a question sounds like, given what the conversation is about. */
function soundingOf(text: TextToTell, around: Around | undefined, index: SearchIndex): Sounding {
  const { sections: classifier, sectionCount } = index;
  const chances = classifier.chances(text);
  let [all, ours] = [0, 0];
  for (const [at, name] of classifier.classes.entries()) {
    const chance = (chances[at] ?? 0) * (around?.has(name) ? AROUND : 1);
    chances[at] = chance;
    all += chance;
    if (at < sectionCount) ours += chance;
  }
  for (let at = 0; at < sectionCount; at += 1) chances[at] = (chances[at] ?? 0) / all;
  return { sections: chances.subarray(0, sectionCount), elsewhere: Math.max(0, 1 - ours / all) };
}

/** A question of figures alone ("+1", "42?") asks nothing. */
const isMere = ({ terms }: Understood): boolean => terms.every((term) => term.kind === 'number');

/** Named word for word is as sure as can be, whichever it is that is named. */
function surenessFor(
  understood: Understood,
  best: Candidate<TopicEntry> | undefined,
  elsewhere: Candidate<ElsewhereEntry> | undefined,
  evidence: Evidence,
): number {
  if (!best || elsewhere?.exact || (isMere(understood) && !best.exact)) return 0;
  return best.exact ? Math.max(WORD_FOR_WORD, surenessOf(evidence)) : surenessOf(evidence);
}
const WORD_FOR_WORD = 0.95;

const isTopic = (candidate: Candidate): candidate is Candidate<TopicEntry> => candidate.entry.kind === 'topic';
const isElsewhere = (candidate: Candidate): candidate is Candidate<ElsewhereEntry> =>
  candidate.entry.kind === 'elsewhere';

export function retrieverOf({ lexicon, index }: Learnt): Retriever {
  return {
    retrieve(question, around) {
      const understood = understand(question, lexicon);
      const sought = seek(understood, index);
      const named = {
        exact: lexicon.exact.get(question.words.join(' ')) ?? lexicon.exact.get(exactly(understood.words)),
        gist: lexicon.exact.get(gistOf(understood)),
      };
      const sounds = soundingOf(tellingOf(understood, lexicon), around, index);
      const found = candidatesFor(sought, index, named.exact);
      const all = rank([...found.topics, ...found.elsewhere], sought, index, understood, sounds, named);
      const ranked = all.filter(isTopic);
      const elsewhere = all.find(isElsewhere);
      const evidence = evidenceFor(understood, ranked, elsewhere, sounds.elsewhere);
      return {
        understood,
        ranked,
        ...(elsewhere && { elsewhere }),
        evidence,
        sureness: surenessFor(understood, ranked[0], elsewhere, evidence),
      };
    },
  };
}
