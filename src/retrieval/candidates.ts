import type { SearchIndex, TokenNumber } from './search-index.ts';
import type { Term, Understood } from './understand.ts';

/** An entry that shares words with the question: how well by rarity and field, before a closer look. */
export interface Match {
  readonly entry: number;
  readonly score: number;
}

/** A term of the question with the tokens of this index that count as it. */
export interface Sought {
  readonly term: Term;
  /** What meeting it is worth. */
  readonly gain: number;
  readonly tokens: readonly { readonly number: TokenNumber; readonly worth: number; readonly synonym: boolean }[];
}

/** How many topics get the closer look, and how many of what is answered elsewhere. */
const MOST = { topic: 20, elsewhere: 4 } as const;

/** The question's terms as this index knows them. */
export function seek(understood: Understood, index: SearchIndex): readonly Sought[] {
  return understood.terms.map((term) => {
    const tokens = term.tokens.flatMap(({ token, worth }) => {
      const number = index.numbers.get(token);
      return number === undefined
        ? []
        : [{ number, worth, synonym: token.startsWith('same:'), exact: token.startsWith('=') }];
    });
    // An exact word is as rare as its stem, else odd inflections would outweigh everything.
    const rarities = tokens.filter((token) => !token.exact).map((token) => index.rarity[token.number] ?? 0);
    return { term, tokens, gain: rarities.length > 0 ? Math.min(...rarities) * shareOf(term) : 0 };
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
  const scores = new Float64Array(index.entries.length);
  const best = new Float64Array(index.entries.length);
  const touched: number[] = [];
  for (const { tokens, gain } of sought) {
    const inTerm: number[] = [];
    for (const { number, worth } of tokens) {
      const postings = index.postings[number];
      if (!postings) continue;
      for (let i = 0; i < postings.entries.length; i += 1) {
        const entry = postings.entries[i] ?? 0;
        const value = gain * worth * (postings.weights[i] ?? 0);
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
  // What is named by its whole title is a candidate even if all its words are function words.
  if (exact !== undefined && scores[exact] === 0) touched.push(exact);
  const kind = (entry: number) => index.entries[entry]?.kind;
  return {
    topics: highest(
      touched.filter((entry) => kind(entry) === 'topic'),
      scores,
      MOST.topic,
    ),
    elsewhere: highest(
      touched.filter((entry) => kind(entry) === 'elsewhere'),
      scores,
      MOST.elsewhere,
    ),
  };
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
