import type { Match, Sought } from './candidates.ts';
import type { Entry } from './entries.ts';
import { placeOf, type SearchIndex } from './search-index.ts';
import type { Term, Understood } from './understand.ts';

/** How one word of the question was met by an entry. */
export interface TermMatch {
  readonly said: string;
  /** Share of the question's information that this word carries, from 0 to 1. */
  readonly weight: number;
  /** From 0 (not there) to 1 (among the words that name the topic). */
  readonly cover: number;
}

/** An entry after the closer look: everything that its rank and the sureness of the answer come from. */
export interface Candidate<E extends Entry = Entry> {
  readonly entry: E;
  /** Its number in the index: of two that score alike the one that stands first comes first. */
  readonly number: number;
  readonly score: number;
  /** Share of the question's own information that the entry covers, from 0 to 1. */
  readonly coverage: number;
  /** How much of one of the entry's phrases the question says, from 0 to 1. */
  readonly phrase: number;
  /** How like the question is to the likest of the entry's phrases and example questions, from 0 to 1. */
  readonly likeness: number;
  /** The chance, by the question's words, that it is about the entry's section. */
  readonly section: number;
  /** The question is one of its titles or phrases, word for word. */
  readonly exact: boolean;
  readonly matches: readonly TermMatch[];
}

/** What a whole phrase adds to a score; chosen on the golden set, like the three below. */
const PHRASE_WEIGHT = 1.1;
/** What coverage adds: of two entries with like scores the one that meets more of the question's words wins. */
const COVERAGE_WEIGHT = 6.5;
const LIKENESS_WEIGHT = 3.5;
/** What it adds that the question's words sound like the entry's section: the most, where nothing speaks against it. */
const SECTION_WEIGHT = 14;
/** A chance this low adds nothing. */
const LEAST_CHANCE = 0.04;
/** What being the topic of a tool adds to a question that names the tool and says nothing else. */
const TOOL_WEIGHT = 3;
/** What being named by a whole title or phrase adds: nothing outweighs it. */
const EXACT_WEIGHT = 30;
/** What it adds when that is all there is but for function words and framework names: "is it gpu-only?". */
const GIST_WEIGHT = 4;
/** The overview of a section yields to a topic of it that fits as well. */
const OVERVIEW_HANDICAP = 0.95;
/** Advice and summaries yield to the topic itself, unless the question is which one to choose. */
const YIELD_HANDICAP = 0.95;

/** What a question sounds like by its words: the chance of each section, and that it is answered elsewhere. */
export interface Sounding {
  readonly sections: Float64Array;
  readonly elsewhere: number;
}

/** The entry that the question names word for word, and the one that its telling words do. */
export interface Named {
  readonly exact: number | undefined;
  readonly gist: number | undefined;
}

/** Ranks candidates by field, rarity, phrases and coverage; best first, ties in the order of the knowledge. */
export function rank(
  matches: readonly Match[],
  sought: readonly Sought[],
  index: SearchIndex,
  { question, tools }: Understood,
  sounds: Sounding,
  { exact, gist }: Named,
): readonly Candidate[] {
  const choosing = question.want === 'verdict';
  const ofTools = new Set<string>(tools.map((tool) => tool.topic));
  const weights = informationOf(sought, index);
  const total = totalOf(sought, index);
  say(sought, index);
  const named = sought.reduce((sum, { term }, at) => sum + (term.named ? (weights[at] ?? 0) : 0), 0);
  const candidates: Candidate[] = [];
  for (const { entry: number, score } of matches) {
    const entry = index.entries[number];
    if (!entry) continue;
    let coverage = 0;
    const met: TermMatch[] = [];
    for (const [at, each] of sought.entries()) {
      const weight = weights[at] ?? 0;
      const cover = coverOf(each.term, number, index);
      coverage += cover * weight;
      if (each.term.kind !== 'framework') met.push({ said: each.term.said, weight, cover });
    }
    coverage = Math.min(1, coverage);
    const { part, worth, likeness } = bestPhrase(number, total, index);
    const tool = ofTools.has(entry.id) ? TOOL_WEIGHT * named : 0;
    const whole = (number === exact ? EXACT_WEIGHT : 0) + (number === gist ? GIST_WEIGHT : 0);
    const section = entry.kind === 'topic' ? (sounds.sections[index.sectionOf[number] ?? 0] ?? 0) : sounds.elsewhere;
    const sum =
      score +
      whole +
      tool +
      SECTION_WEIGHT * lift(section) +
      PHRASE_WEIGHT * worth +
      COVERAGE_WEIGHT * coverage +
      LIKENESS_WEIGHT * likeness;
    candidates.push({
      entry,
      number,
      score: sum * handicapOf(entry, choosing),
      coverage,
      phrase: part,
      likeness,
      section,
      exact: number === exact,
      matches: met,
    });
  }
  unsay(sought, index);
  return candidates.sort((a, b) => b.score - a.score || a.number - b.number);
}

/** From 0 for a chance that is next to none to 1 for certainty, evenly in its logarithm. */
const lift = (chance: number): number => Math.max(0, 1 - Math.log(chance) / Math.log(LEAST_CHANCE));

function handicapOf(entry: Entry, choosing: boolean): number {
  if (entry.kind === 'elsewhere') return 1;
  return (entry.overview ? OVERVIEW_HANDICAP : 1) * (entry.yields && !choosing ? YIELD_HANDICAP : 1);
}

/**
 * The share of a question's information in each term. A word unknown both here and in everyday English ("einsum") carries
 * much, an unknown ordinary one ("complaining") little, one that stands in every entry ("framework") less than one that
 * tells topics apart. Framework names carry none, so that they cannot cover a question.
 */
function informationOf(sought: readonly Sought[], index: SearchIndex): readonly number[] {
  const raw = sought.map(({ term }) => {
    if (term.kind === 'framework') return 0;
    if (term.kind === 'number') return 0.19;
    if (!term.known) return term.english ? 0.1 + 0.4 * term.rarity : 0.6;
    const [first] = term.tokens;
    const rarity = first ? (index.rarity[first.number] ?? 0) : index.mostRare;
    return (
      (term.named ? NAMED : 1) *
      (0.37 + 0.55 * term.rarity) *
      (COMMON + (1 - COMMON) * Math.min(1, (1.6 * rarity) / index.mostRare))
    );
  });
  const sum = Math.min(
    MOST_INFORMATION,
    raw.reduce((total, each) => total + each, 0),
  );
  return raw.map((each) => (sum > 0 ? each / sum : 0));
}
/** A word of a tool's name says more of what is meant than one that merely stands in the knowledge. */
const NAMED = 1.5;
/** What is left of a word that stands in every entry: it tells the field, not the topic. */
const COMMON = 0.25;
/**
 * A long post tells a story around its question: past this much information further words do not lower coverage. About
 * seven telling words.
 */
const MOST_INFORMATION = 3.8;

function coverOf({ tokens }: Term, entry: number, { postings }: SearchIndex): number {
  let best = 0;
  for (const { number } of tokens) {
    const at = placeOf(postings, number, entry);
    if (at === postings.starts[number + 1] || postings.entries[at] !== entry) continue;
    best = Math.max(best, postings.covers[at] ?? 0);
  }
  return best;
}

/** Notes in the index's scratch what the question says, by token number. */
function say(sought: readonly Sought[], { scratch: { said } }: SearchIndex): void {
  for (const { term } of sought) {
    for (const { number, worth } of term.tokens) said[number] = Math.max(Math.round(worth * 100), said[number] ?? 0);
  }
}

function unsay(sought: readonly Sought[], { scratch: { said } }: SearchIndex): void {
  for (const { term } of sought) for (const { number } of term.tokens) said[number] = 0;
}

/** How much the question says in all. */
function totalOf(sought: readonly Sought[], index: SearchIndex): number {
  return sought.reduce((total, { term, gain }) => {
    if (term.kind === 'framework') return total;
    return total + (term.tokens.length > 0 ? gain : (term.english ? 0.3 : 1) * index.mostRare);
  }, 0);
}

/** What a concept that the phrase touches is worth when its word is not met itself. */
const CONCEPT_WORTH = 0.63;

/**
 * The phrase or example question that the question says best: what part of it, what that is worth by rarity, and how like
 * the two are (the cosine of their weighted words).
 */
function bestPhrase(
  entry: number,
  total: number,
  { phrases, rarity, scratch: { said } }: SearchIndex,
): { part: number; worth: number; likeness: number } {
  const { ofEntry, starts, concepts, tokens, worth } = phrases;
  let [bestPart, bestWorth, likeness] = [0, 0, 0];
  const last = ofEntry[entry + 1] ?? 0;
  for (let phrase = ofEntry[entry] ?? 0; phrase < last; phrase += 1) {
    const all = worth[phrase] ?? 0;
    if (all === 0) continue;
    let met = 0;
    let at = starts[phrase] ?? 0;
    for (const end = concepts[phrase] ?? 0; at < end; at += 1) {
      const token = tokens[at] ?? 0;
      const hundredths = said[token] ?? 0;
      if (hundredths > 0) met += (rarity[token] ?? 0) * (hundredths / 100);
    }
    for (const end = starts[phrase + 1] ?? 0; at < end && met < all; at += 1) {
      const concept = tokens[at] ?? 0;
      if ((said[concept] ?? 0) > 0) met = Math.min(all, met + (rarity[concept] ?? 0) * CONCEPT_WORTH);
    }
    if (met === 0) continue;
    const part = met / all;
    if (met * part * part > bestWorth) [bestPart, bestWorth] = [part, met * part * part];
    if (total > 0) likeness = Math.max(likeness, Math.min(1, met / Math.sqrt(all * total)));
  }
  return { part: bestPart, worth: bestWorth, likeness };
}
