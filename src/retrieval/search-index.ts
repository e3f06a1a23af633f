import type { Word } from '../question/words.ts';
import type { Slices } from '../slices.ts';
import { type ClassOf, classesFor, isSection, strideFor } from './classes.ts';
import type { Entry } from './entries.ts';
import { SectionSamples, type SectionTeller } from './sections.ts';
import { Tape } from './tape.ts';
import { PLACE, type Place, TextTokens, type TokenNumber, type Vocabulary } from './vocabulary.ts';
import { wordsToTellBy } from './wording.ts';

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

/**
 * Which entries hold which token. Everything is kept in a few long typed arrays, a token's part of them from `starts[n]` to
 * `starts[n + 1]`: a hundred thousand entries make tens of millions of numbers, and objects of their own would cost ten
 * times the memory and keep the garbage collector busy.
 */
export interface Postings {
  readonly starts: Uint32Array;
  /** Entry numbers, for each token in rising order. */
  readonly entries: Uint32Array;
  /** Beside each, from 0 to 1: BM25F's saturated term frequency. */
  readonly weights: Float32Array;
  /** Beside each, from 0 to 1: how fully the entry covers the token. */
  readonly covers: Float32Array;
}

/** Phrases and example questions as token numbers, one after the other, without exact forms. */
export interface Phrases {
  /** By entry: its phrases are those from `ofEntry[n]` to `ofEntry[n + 1]`. */
  readonly ofEntry: Uint32Array;
  /** By phrase: its tokens are those from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Uint32Array;
  /** By phrase: where the concepts begin that it touches, at its end. They can stand in for a word that is not met itself. */
  readonly concepts: Uint32Array;
  readonly tokens: Uint32Array;
  /** By phrase: the sum of the rarities of its tokens without concepts. */
  readonly worth: Float64Array;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Topics have the numbers below this one; what is answered elsewhere comes after them. */
  readonly topics: number;
  readonly postings: Postings;
  readonly phrases: Phrases;
  /** Tells from a question's words which section it is about, or of what sort it is among what is answered elsewhere. */
  readonly sections: SectionTeller;
  /** How many of its classes are sections; the others come after them. */
  readonly sectionCount: number;
  /** By entry: the number of its class in `sections`. */
  readonly sectionOf: Uint32Array;
  /** By token number: how rare it is among the entries, ln(1 + (N − n + ½)/(n + ½)). */
  readonly rarity: Float64Array;
  /** Rarity of a token that stands in no entry: the most there is. */
  readonly mostRare: number;
  /**
   * Room to reckon in, all zero between questions; `said` is by token number what the question's saying it is worth, in
   * hundredths, small enough to stay at hand while all phrases are looked through.
   */
  readonly scratch: { readonly scores: Float64Array; readonly best: Float64Array; readonly said: Uint8Array };
}

/** Three bits count a token in one field, up to this. */
const MOST_COUNTED = 7;
const BITS = 3;
/** Tokens to number in one slice. */
const SLICE = 20_000;

/**
 * Builds the index in slices: after each slice of work it yields, so that a caller with an event loop to mind can let
 * others run. Entries are read once; the words they are made of are left in the vocabulary.
 */
export function* indexInSlices(entries: readonly Entry[], vocabulary: Vocabulary): Slices<SearchIndex> {
  const reader = new Reader(vocabulary, yield* classesFor(entries), yield* strideFor(entries));
  for (const entry of entries) {
    reader.read(entry);
    yield;
  }
  const { tokens, counts, distinct, lengths, entriesWith } = reader;
  const starts = new Uint32Array(vocabulary.size + 1);
  const rarity = new Float64Array(vocabulary.size);
  for (let token = 0; token < vocabulary.size; token += 1) {
    const found = entriesWith.at(token);
    starts[token + 1] = (starts[token] ?? 0) + found;
    rarity[token] = rarityOf(found, entries.length);
    if (token % SLICE === 0) yield;
  }
  const total = starts[vocabulary.size] ?? 0;
  const postings: Postings = {
    starts,
    entries: new Uint32Array(total),
    weights: new Float32Array(total),
    covers: new Float32Array(total),
  };
  const next = starts.slice();
  const averages = FIELDS.map((_, field) => (reader.totals[field] ?? 0) / entries.length || 1);
  for (let entry = 0, read = 0; entry < entries.length; entry += 1) {
    const norms = averages.map((average, field) => 1 - B + (B * lengths.at(entry * FIELDS.length + field)) / average);
    for (const until = read + distinct.at(entry); read < until; read += 1) {
      const token = tokens.at(read);
      const at = next[token] ?? 0;
      next[token] = at + 1;
      let [frequency, cover] = [0, 0];
      for (let field = 0, rest = counts.at(read); rest > 0; field += 1, rest >>>= BITS) {
        const times = rest & MOST_COUNTED;
        if (times === 0) continue;
        frequency += ((WEIGHT[field] ?? 0) * times) / (norms[field] ?? 1);
        cover = Math.max(cover, COVER[field] ?? 0);
      }
      postings.entries[at] = entry;
      postings.weights[at] = frequency / (frequency + K1);
      postings.covers[at] = cover;
    }
    yield;
  }
  const phrases = yield* weighPhrases(rarity, {
    ofEntry: yield* reader.ofEntry.toArray(),
    starts: yield* reader.phraseStarts.toArray(),
    concepts: yield* reader.phraseConcepts.toArray(),
    tokens: yield* reader.phraseTokens.toArray(),
  });
  const sections = yield* reader.samples.learn(vocabulary.size);
  const firstElsewhere = entries.findIndex((entry) => entry.kind === 'elsewhere');
  return {
    entries,
    topics: firstElsewhere < 0 ? entries.length : firstElsewhere,
    postings,
    phrases,
    sections,
    sectionCount: sections.classes.filter(isSection).length,
    sectionOf: yield* reader.sectionOf.toArray(),
    rarity,
    mostRare: rarityOf(0, entries.length),
    scratch: {
      scores: new Float64Array(entries.length),
      best: new Float64Array(entries.length),
      said: new Uint8Array(vocabulary.size),
    },
  };
}

function* weighPhrases(rarity: Float64Array, phrases: Omit<Phrases, 'worth'>): Slices<Phrases> {
  const { starts, concepts, tokens } = phrases;
  const worth = new Float64Array(concepts.length);
  for (let phrase = 0; phrase < worth.length; phrase += 1) {
    let sum = 0;
    for (let at = starts[phrase] ?? 0; at < (concepts[phrase] ?? 0); at += 1) sum += rarity[tokens[at] ?? 0] ?? 0;
    worth[phrase] = sum;
    if (phrase % SLICE === 0) yield;
  }
  return { ...phrases, worth };
}

const WEIGHT = FIELDS.map((field) => FIELD_WEIGHTS[field]);
const COVER = FIELDS.map((field) => FIELD_COVER[field]);

const rarityOf = (found: number, all: number): number => Math.log1p((all - found + 0.5) / (found + 0.5));

/** Where an entry stands among those of a token, or where it would: the first place with its number or a higher one. */
export function placeOf({ starts, entries }: Postings, token: TokenNumber, entry: number): number {
  let low = starts[token] ?? 0;
  let high = starts[token + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads entries one by one and puts down what the index is made of. */
class Reader {
  /** The distinct tokens of each entry, entry after entry, and beside each how often it stands in which field. */
  readonly tokens = new Tape();
  readonly counts = new Tape();
  readonly distinct = new Tape();
  /** Words of each field of each entry. */
  readonly lengths = new Tape();
  readonly totals: number[] = FIELDS.map(() => 0);
  /** By token number: in how many entries it stands. */
  readonly entriesWith = new Tape();
  readonly ofEntry = new Tape();
  readonly phraseStarts = new Tape();
  readonly phraseConcepts = new Tape();
  readonly phraseTokens = new Tape();
  readonly samples = new SectionSamples();
  readonly sectionOf = new Tape();
  private readonly text = new TextTokens();
  private texts = 0;
  /** By token number: its counts in the entry that is being read. */
  private readonly here = new Tape();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly classOf: ClassOf,
    /** Of so many texts one is learnt from. */
    private readonly every: number,
  ) {
    this.ofEntry.push(0);
    this.phraseStarts.push(0);
  }

  read(entry: Entry): void {
    const touched: TokenNumber[] = [];
    const section = this.samples.classNumber(this.classOf(entry));
    this.sectionOf.push(section);
    FIELDS.forEach((field, at) => {
      const place = placeIn(entry, field);
      let length = 0;
      for (const text of textsIn(entry, field)) {
        const words = this.vocabulary.read(text, place);
        const { plain, exact, concepts } = this.vocabulary.tokensOf(words, this.text);
        length += plain.length + exact.length + concepts.length;
        this.countAll(plain, at, touched);
        this.countAll(exact, at, touched);
        this.countAll(concepts, at, touched);
        if (field !== 'phrases' && field !== 'questions') continue;
        this.putPhrase(plain, concepts);
        this.sample(section, words);
      }
      this.lengths.push(length);
      this.totals[at] = (this.totals[at] ?? 0) + length;
    });
    for (const token of touched) {
      this.tokens.push(token);
      this.counts.push(this.here.at(token));
      this.here.set(token, 0);
      this.entriesWith.set(token, this.entriesWith.at(token) + 1);
    }
    this.distinct.push(touched.length);
    this.ofEntry.push(this.phraseStarts.length - 1);
  }

  private sample(section: number, words: readonly Word[]): void {
    this.texts += 1;
    if (this.texts % this.every !== 0) return;
    const { plain, concepts, grammar } = this.text;
    this.samples.add(section, {
      tokens: [...plain.values(), ...concepts.values(), ...grammar.values()],
      words: wordsToTellBy(words, this.vocabulary.book),
    });
  }

  private countAll(tokens: Tape, field: number, touched: TokenNumber[]): void {
    for (let index = 0; index < tokens.length; index += 1) this.count(tokens.at(index), field, touched);
  }

  private count(token: TokenNumber, field: number, touched: TokenNumber[]): void {
    while (token >= this.here.length) {
      this.here.push(0);
      this.entriesWith.push(0);
    }
    const before = this.here.at(token);
    if (before === 0) touched.push(token);
    if (((before >>> (field * BITS)) & MOST_COUNTED) < MOST_REPEATS)
      this.here.set(token, before + (1 << (field * BITS)));
  }

  /** A word and the usual phrase for it ("several gpus", "multi gpu") may give one token twice: it counts once. */
  private putPhrase(plain: Tape, concepts: Tape): void {
    this.putDistinct(plain);
    this.phraseConcepts.push(this.phraseTokens.length);
    this.putDistinct(concepts);
    this.phraseStarts.push(this.phraseTokens.length);
  }

  private putDistinct(tokens: Tape): void {
    const from = this.phraseTokens.length;
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens.at(index);
      if (this.phraseTokens.indexOf(token, from) < 0) this.phraseTokens.push(token);
    }
  }
}

/** Names of tools count as phrases do. */
function textsIn(entry: Entry, field: Field): readonly string[] {
  if (field === 'phrases') return [...entry.phrases, ...entry.names];
  const value = entry[field];
  return typeof value === 'string' ? [value] : value;
}

function placeIn(entry: Entry, field: Field): Place {
  if (entry.kind === 'elsewhere') return PLACE.elsewhere;
  if (field === 'questions') return PLACE.question;
  return field === 'phrases' || field === 'sectionWords' ? PLACE.phrase : PLACE.prose;
}
