import type { Slots } from '../answer/answer.ts';
import type { FrameworkId, Knowledge } from '../knowledge/model.ts';
import type { Want } from '../question/wants.ts';
import { EVERYDAY } from '../retrieval/english.ts';
import type { TopicEntry } from '../retrieval/entries.ts';
import type { Candidate } from '../retrieval/rank.ts';
import type { Retrieval } from '../retrieval/retriever.ts';
import type { Term } from '../retrieval/understand.ts';
import type { Asked } from './intent.ts';
import { isSure } from './threshold.ts';

/** A message in a thread that is about something already. */
export interface FollowUpContext {
  readonly retrieval: Retrieval;
  readonly slots: Slots;
  readonly knowledge: Knowledge;
  /**
   * Words of the message that may name a topic: no grammar, no framework, no cue such as "source" or "example"; where it
   * is told what it is after, none of the words by which people ask for that.
   */
  readonly own: readonly Term[];
  /** Those of them that speak against the thread's topic: none where it is told what is asked of that. */
  readonly telling: readonly Term[];
  readonly plain: string;
  /** Has the form of a question or of what goes on with one, or sounds like it. */
  readonly asks: boolean;
  readonly want: Want;
  /** What it is after by the examples of how people ask, if they tell. */
  readonly told: Asked | undefined;
  /** Sounds like the naming of another topic. */
  readonly namesTopic: boolean;
}

/** Words by which people point at an answer, not at a topic. */
const CUES = new Set(
  `accur again ahead amount ancient anyth articl bigger bit bottom case chang choos citat cite clear code correct counterpart
  current date demo detail differ done easier elabor equival evid exact exampl expand explain figur final framework gain
  gener get give got grown hold improv info inform kind librari line link list long look make matur mean mind new
  number old opposit option outdat overal page part paste pick pleas proof read recent recommend refer repeat rival
  rough round sampl share short side similar simpler size smaller snippet sort sourc source still stuff summari syntax
  term text thing today tool true updat valid variant verdict version way wiki win winner work year`.split(/\s+/),
);

export const ownTerms = (retrieval: Retrieval): readonly Term[] =>
  retrieval.understood.terms.filter((term) => term.kind === 'word' && !CUES.has(term.key));

const POINTS_BACK = /\b(?:its?|this|that|these|those|them|they|there)\b/;

export const frameworksOf = (context: FollowUpContext): readonly FrameworkId[] =>
  context.retrieval.understood.frameworks;
export const best = (context: FollowUpContext): Candidate<TopicEntry> | undefined => context.retrieval.ranked[0];

/** Of a message that sounds like the naming of a topic less has to speak for one than where anything may be asked. */
export const isSureHere = ({ retrieval, namesTopic }: FollowUpContext): boolean =>
  isSure(retrieval) || (namesTopic && retrieval.sureness >= SURE_HERE);
const SURE_HERE = 0.2;

/** Topics that lie near what the thread is about: its section's and those it names as related. */
export function nearby(context: FollowUpContext): Candidate<TopicEntry> | undefined {
  const here = context.slots.topics.flatMap((id) => context.knowledge.topics.get(id) ?? []);
  const sections = new Set(here.map((topic) => topic.section.slug as string));
  const related = new Set(here.flatMap((topic) => topic.related));
  const most = best(context)?.score ?? 0;
  return context.retrieval.ranked.find(
    ({ entry, coverage, phrase, score }) =>
      (sections.has(entry.section) || related.has(entry.id)) &&
      score >= most * NEAR_SCORE &&
      coverage >= NEAR_COVERAGE &&
      (phrase >= NEAR_PHRASE || context.namesTopic),
  );
}
/** Within the thread's own section half of a message's words are enough; chosen on the golden dialogues. */
const NEAR_COVERAGE = 0.45;
const NEAR_PHRASE = 0.3;
const NEAR_SCORE = 0.75;

/** "Is it slower then?": it is of what was spoken of, and one word more does not change that, unless it names a tool. */
export const pointsHere = ({ plain, own }: FollowUpContext): boolean =>
  POINTS_BACK.test(plain) && own.length < 2 && !own.some((term) => term.named);

/** Says a word that the knowledge itself says, and not only somebody who asked. */
export const isOfTheField = ({ own }: FollowUpContext): boolean => own.some((term) => term.topical);

/** What a message asks for beyond its topic: it need not have the form of a question. */
export const isCued = (want: Want): boolean => want !== 'comparison' && want !== 'definition';
/** A longer message tells more than a detail would need. */
export const MOST_WORDS = 14;

/** Says it in words that are known here, or everyday ones, and that people seldom use of anything else. */
export const isOfHere = ({ own, retrieval }: FollowUpContext): boolean =>
  retrieval.evidence.abroad < MOST_ABROAD && own.every((term) => term.topical || term.rarity < EVERYDAY);
const MOST_ABROAD = 0.5;

/** Are the message's own words telling enough to leave the thread's topic for, or is it a whole question known by heart? */
export function isTelling(context: FollowUpContext): boolean {
  const { own, retrieval } = context;
  const { evidence } = retrieval;
  if (own.length === 0) return false;
  // What is after something about the thread's own topic has to name another one the more surely.
  if (context.told !== undefined && retrieval.sureness < SURELY) return false;
  const signs = [tellsMuch(retrieval, own), evidence.coverage >= TELLING, context.namesTopic];
  return (
    signs.filter(Boolean).length > 1 ||
    (retrieval.understood.question.manner.asks && retrieval.sureness >= BY_HEART && evidence.coverage >= BY_HEART)
  );
}
const BY_HEART = 0.85;
const SURELY = 0.7;
const TELLING = 0.6;

/** Are the words that the best topic meets more than everyday ones? */
export function tellsMuch(retrieval: Retrieval, own = ownTerms(retrieval)): boolean {
  const met = new Set(retrieval.ranked[0]?.matches.flatMap(({ said, cover }) => (cover > 0 ? [said] : [])));
  const substance = own
    .filter((term) => term.topical && met.has(term.said))
    .reduce((sum, term) => sum + term.rarity ** 2, 0);
  return substance >= SUBSTANCE;
}
/** One word as rare as "browser", or two as rare as "speed". */
const SUBSTANCE = 0.3;

/** From here on a message fits what people ask elsewhere about as well: in a thread it is left to them. */
export const FITS_ELSEWHERE = 0.12;

/** Does every telling word of the message belong to what the thread is about? Else it speaks of something else. */
export function fitsHere({ telling, retrieval, slots }: FollowUpContext): boolean {
  const here = retrieval.ranked.find((candidate) => slots.topics.includes(candidate.entry.id));
  return telling.every(
    (term) =>
      term.rarity < EVERYDAY || here?.matches.some((match) => match.said === term.said && match.cover > 0) === true,
  );
}
