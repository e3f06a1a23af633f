import type { Entry } from './entries.ts';
import { type Lexicon, tokensOf } from './lexicon.ts';

/** How much a word counts in each field; a word in a title or among the names tells most. Chosen on the golden set. */
const FIELD_WEIGHTS = { phrases: 1.6, questions: 0.7, sectionWords: 0.7, verdict: 1, claims: 1.2, body: 0.6 } as const;
/** How fully a question's word is covered when it stands in that field: a word in passing is no topic. */
const FIELD_COVER = { phrases: 1, questions: 0.85, sectionWords: 1, verdict: 0.8, claims: 0.9, body: 0.5 } as const;
/** Length normalisation and saturation of BM25F (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"). */
const B = 0.5;
const K1 = 2.2;
/** A list of phrases repeats a topic's main word many times; past a few times that says nothing new. */
const MOST_REPEATS = 5;

type Field = keyof typeof FIELD_WEIGHTS;
const FIELDS = Object.keys(FIELD_WEIGHTS) as readonly Field[];

/** A token's number in an index. */
export type TokenNumber = number;

/** Where a token stands: entry numbers in rising order, and beside each its weight and how fully the entry covers it. */
export interface Postings {
  readonly entries: Uint32Array;
  /** From 0 to 1: BM25F's saturated term frequency. */
  readonly weights: Float32Array;
  readonly covers: Float32Array;
}

/** A phrase or example question as the numbers of its tokens, without concepts and exact forms. */
export interface PhraseTokens {
  readonly tokens: Uint32Array;
  /** Concepts the phrase touches: they can stand in for a word that is not met itself. */
  readonly concepts: Uint32Array;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly numbers: ReadonlyMap<string, TokenNumber>;
  /** By token number. */
  readonly postings: readonly Postings[];
  /** By token number: how rare it is among the entries, ln(1 + (N − n + ½)/(n + ½)). */
  readonly rarity: Float64Array;
  /** Rarity of a token that stands in no entry: the most there is. */
  readonly mostRare: number;
  /** Phrases and example questions of each entry, by entry number. */
  readonly phrases: readonly (readonly PhraseTokens[])[];
}

interface Counts {
  readonly byField: Record<Field, Map<TokenNumber, number>>;
  readonly lengths: Record<Field, number>;
  readonly phrases: readonly PhraseTokens[];
}

interface Gathered {
  readonly entries: number[];
  readonly weights: number[];
  readonly covers: number[];
}

/**
 * Builds the index in slices: after each slice of work it yields, so that a caller with an event loop to mind can let
 * others run. `indexNow` is for a caller who has none.
 */
export function* indexInSlices(entries: readonly Entry[], lexicon: Lexicon): Generator<void, SearchIndex> {
  const numbers = new Map<string, TokenNumber>();
  const counted: Counts[] = [];
  const totals = Object.fromEntries(FIELDS.map((field) => [field, 0])) as Record<Field, number>;
  for (const entry of entries) {
    const counts = count(entry, lexicon, numbers);
    counted.push(counts);
    for (const field of FIELDS) totals[field] += counts.lengths[field];
    yield;
  }
  const gathered: Gathered[] = Array.from({ length: numbers.size }, () => ({ entries: [], weights: [], covers: [] }));
  yield;
  for (const [number, counts] of counted.entries()) {
    weigh(counts, totals, counted.length, number, gathered);
    yield;
  }
  const postings: Postings[] = [];
  const rarity = new Float64Array(numbers.size);
  for (const [token, list] of gathered.entries()) {
    postings.push({
      entries: Uint32Array.from(list.entries),
      weights: Float32Array.from(list.weights),
      covers: Float32Array.from(list.covers),
    });
    rarity[token] = rarityOf(list.entries.length, entries.length);
    if (token % 64 === 0) yield;
  }
  const phrases = counted.map((counts) => counts.phrases);
  return { entries, numbers, postings, rarity, mostRare: rarityOf(0, entries.length), phrases };
}

export function indexNow(entries: readonly Entry[], lexicon: Lexicon): SearchIndex {
  const slices = indexInSlices(entries, lexicon);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

const rarityOf = (found: number, all: number): number => Math.log1p((all - found + 0.5) / (found + 0.5));

function count(entry: Entry, lexicon: Lexicon, numbers: Map<string, TokenNumber>): Counts {
  const number = (token: string): TokenNumber => {
    const found = numbers.get(token);
    if (found !== undefined) return found;
    numbers.set(token, numbers.size);
    return numbers.size - 1;
  };
  // A word and the usual phrase for it ("several gpus", "multi gpu") may give one token twice: in a phrase it counts once.
  const numbersOf = (tokens: readonly string[]) => Uint32Array.from(new Set(tokens.map(number)));
  const asPhrase = (tokens: readonly string[]): PhraseTokens => ({
    tokens: numbersOf(tokens.filter((token) => !token.startsWith('same:') && !token.startsWith('='))),
    concepts: numbersOf(tokens.filter((token) => token.startsWith('same:'))),
  });
  const phrases = [...entry.phrases, ...entry.names].map((phrase) => tokensOf(phrase, lexicon));
  const questions = entry.questions.map((question) => tokensOf(question, lexicon));
  const tokens: Record<Field, readonly string[]> = {
    phrases: phrases.flat(),
    questions: questions.flat(),
    sectionWords: entry.sectionWords.flatMap((words) => tokensOf(words, lexicon)),
    verdict: tokensOf(entry.verdict, lexicon),
    claims: tokensOf(entry.claims, lexicon),
    body: tokensOf(entry.body, lexicon),
  };
  const byField = Object.fromEntries(
    FIELDS.map((field) => [field, tally(tokens[field].map(number))]),
  ) as Counts['byField'];
  const lengths = Object.fromEntries(FIELDS.map((field) => [field, tokens[field].length])) as Counts['lengths'];
  return { byField, lengths, phrases: [...phrases, ...questions].map(asPhrase) };
}

function tally(tokens: readonly TokenNumber[]): Map<TokenNumber, number> {
  const counts = new Map<TokenNumber, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function weigh(
  counts: Counts,
  totals: Record<Field, number>,
  size: number,
  entry: number,
  gathered: readonly Gathered[],
): void {
  const tokens = new Map<TokenNumber, { frequency: number; cover: number }>();
  for (const field of FIELDS) {
    const average = totals[field] / size || 1;
    const norm = 1 - B + (B * counts.lengths[field]) / average;
    for (const [token, times] of counts.byField[field]) {
      const so = tokens.get(token) ?? { frequency: 0, cover: 0 };
      so.frequency += (FIELD_WEIGHTS[field] * Math.min(times, MOST_REPEATS)) / norm;
      so.cover = Math.max(so.cover, FIELD_COVER[field]);
      tokens.set(token, so);
    }
  }
  for (const [token, { frequency, cover }] of tokens) {
    gathered[token]?.entries.push(entry);
    gathered[token]?.weights.push(frequency / (frequency + K1));
    gathered[token]?.covers.push(cover);
  }
}
