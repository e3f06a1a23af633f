import { placeOf, type SearchIndex } from './search-index.ts';
import type { Term, Understood } from './understand.ts';

/** An entry that shares words with the question: how well by rarity and field, before a closer look. */
export interface Match {
  readonly entry: number;
  readonly score: number;
}

/** A term of the question, and what meeting it is worth in this index. */
export interface Sought {
  readonly term: Term;
  readonly gain: number;
}

/** How many topics get the closer look, and how many of what is answered elsewhere. */
const MOST = { topic: 12, elsewhere: 2 } as const;

/** The question's terms as this index knows them. */
export function seek(understood: Understood, { rarity }: SearchIndex): readonly Sought[] {
  return understood.terms.map((term) => {
    // An exact word is as rare as its stem, else odd inflections would outweigh everything.
    const rarities = term.tokens.filter(({ exact }) => !exact).map(({ number }) => rarity[number] ?? 0);
    return { term, gain: rarities.length > 0 ? Math.min(...rarities) * shareOf(term) : 0 };
  });
}

/**
 * How much of a term's rarity counts: words that are ordinary in English are damped, since "people" and "start" may be
 * rare among the entries and still are no topic; a bare number says little by itself ("+1", "2 nodes").
 */
function shareOf(term: Term): number {
  if (term.kind === 'number') return NUMBER;
  return term.kind === 'framework' ? 1 : ORDINARY + (1 - ORDINARY) * term.rarity;
}
const ORDINARY = 0.5;
const NUMBER = 0.3;

/**
 * The entries that share most with the question, best first, topics and what is answered elsewhere apart: BM25F over the
 * terms, each counted once however many of its tokens an entry has. Ties go to the entry that stands first.
 */
export function candidatesFor(
  sought: readonly Sought[],
  index: SearchIndex,
  exact: number | undefined,
): { topics: readonly Match[]; elsewhere: readonly Match[] } {
  // What weighs most comes first, so that what comes last need not be looked up everywhere.
  const terms = sought
    .map(({ term, gain }) => ({ term, gain, most: gain * Math.max(0, ...term.tokens.map(({ worth }) => worth)) }))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most);
  return {
    topics: bestFrom(terms, index, { from: 0, to: index.topics, most: MOST.topic }, exact),
    elsewhere: bestFrom(terms, index, { from: index.topics, to: index.entries.length, most: MOST.elsewhere }, exact),
  };
}

/** `most`: what a term can add to a score, since no weight is above 1. */
type Bounded = Sought & { readonly most: number };

/** The entries with numbers from `from` up to `to`, and how many of them are wanted. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly most: number;
}

/**
 * The best among the entries of a range. Once the terms to come cannot lift an entry that has none of the
 * heavier ones into the best, they are looked up only for those that can still get there: the same best as if all were
 * added up (MaxScore, Turtle and Flood 1995), and a framework that every entry names costs nothing.
 */
function bestFrom(
  terms: readonly Bounded[],
  index: SearchIndex,
  { from, to, most }: Range,
  exact: number | undefined,
): readonly Match[] {
  if (from === to) return [];
  const { scores } = index.scratch;
  const touched: number[] = [];
  let alive: readonly number[] = touched;
  let rest = terms.reduce((sum, term) => sum + term.most, 0);
  let needed = 0;
  for (const term of terms) {
    if (needed > rest * ROUNDING) {
      alive = alive.filter((entry) => (scores[entry] ?? 0) + rest * ROUNDING >= needed);
      for (const entry of alive) scores[entry] = (scores[entry] ?? 0) + valueFor(term, entry, index);
    } else {
      addAll(term, index, from, to, touched);
    }
    rest -= term.most;
    needed = touched.length < most ? 0 : (highest(alive, scores, most).at(-1)?.score ?? 0);
  }
  const best = highest(alive, scores, most);
  // What is named by its whole title is a candidate even if its words are common ones, or all of them function words.
  const named = exact !== undefined && from <= exact && exact < to && best.every(({ entry }) => entry !== exact);
  const all = named ? [...best, { entry: exact, score: scores[exact] ?? 0 }] : best;
  for (const entry of touched) scores[entry] = 0;
  return all;
}
/** Sums in another order differ in their last bits. */
const ROUNDING = 1 + 1e-9;

/** Adds a term's worth to every entry that has it. */
function addAll(
  { term: { tokens }, gain }: Sought,
  { postings, scratch }: SearchIndex,
  from: number,
  to: number,
  touched: number[],
): void {
  const { scores, best } = scratch;
  const inTerm: number[] = [];
  for (const { number, worth } of tokens) {
    const end = postings.starts[number + 1] ?? 0;
    for (let at = from === 0 ? (postings.starts[number] ?? 0) : placeOf(postings, number, from); at < end; at += 1) {
      const entry = postings.entries[at] ?? 0;
      if (entry >= to) break;
      const value = gain * worth * (postings.weights[at] ?? 0);
      const before = best[entry] ?? 0;
      if (before === 0) inTerm.push(entry);
      if (value > before) best[entry] = value;
    }
  }
  for (const entry of inTerm) {
    if (scores[entry] === 0) touched.push(entry);
    scores[entry] = (scores[entry] ?? 0) + (best[entry] ?? 0);
    best[entry] = 0;
  }
}

function valueFor({ term: { tokens }, gain }: Sought, entry: number, { postings }: SearchIndex): number {
  let value = 0;
  for (const { number, worth } of tokens) {
    const at = placeOf(postings, number, entry);
    if (at < (postings.starts[number + 1] ?? 0) && postings.entries[at] === entry) {
      value = Math.max(value, gain * worth * (postings.weights[at] ?? 0));
    }
  }
  return value;
}

/** The highest few in one pass, without sorting the rest. */
function highest(touched: readonly number[], scores: Float64Array, most: number): readonly Match[] {
  const top: Match[] = [];
  for (const entry of touched) {
    const score = scores[entry] ?? 0;
    const last = top.at(-1);
    if (top.length === most && last && (score < last.score || (score === last.score && entry > last.entry))) continue;
    let at = top.length;
    while (at > 0) {
      const above = top[at - 1];
      if (!above || above.score > score || (above.score === score && above.entry < entry)) break;
      at -= 1;
    }
    top.splice(at, 0, { entry, score });
    if (top.length > most) top.pop();
  }
  return top;
}
