import type { ElsewhereEntry, TopicEntry } from './entries.ts';
import type { Candidate } from './rank.ts';
import type { Term, Understood } from './understand.ts';

/** Something of what is not answered here fits nearly every question a little; only more than that tells anything. */
const USUAL = 0.3;
/** What is not answered here scores so much where it fits as well as anything does. */
const MOST_PULL = 30;

/** What sureness is computed from; each is between 0 and 1. */
export interface Evidence {
  /** Share of the question's own information that the best entry covers. */
  readonly coverage: number;
  /** How like it is to the likest of its phrases and example questions. */
  readonly likeness: number;
  /** The chance, by the question's words, that it is about the section of the best entry. */
  readonly section: number;
  /** The chance, by its words, that it is answered elsewhere. */
  readonly abroad: number;
  /** How well something that is not answered here fits, beside the best topic, above what is usual: 0.2 is a tie. */
  readonly elsewhere: number;
  /** The same fit by itself, whatever the best topic is. */
  readonly pull: number;
  /** How like the question is to the likest one of what fits best among what is not answered here. */
  readonly kin: number;
  /** Nothing of what is not answered here shares a word with it, so that it warns of nothing. */
  readonly unwarned: number;
  /** How far the best is ahead of the best of another section: 0 none, 1 alone. */
  readonly margin: number;
  /** Names a framework of the knowledge. */
  readonly framework: number;
  /** Reports something broken, or asks for the steps of a task. */
  readonly troubled: number;
  /** Information in words that neither the knowledge nor everyday English has seen: "einsum", "kotlin". */
  readonly foreign: number;
  /** Information in everyday words that the knowledge has never seen. */
  readonly aside: number;
  /** Weighs two things against each other, neither of which is known here by name: "kafka or rabbitmq". */
  readonly rivals: number;
  /** Share of its words that carry only grammar: who tells of a case of their own says much else. */
  readonly grammar: number;
  /** Names figures and identifiers that the knowledge does not know: "patience 5", "state_dict". */
  readonly specific: number;
}

/**
 * Weights of a class-balanced logistic model, as `npm run eval -- --fit` prints them: fitted on the sets whose misses are read, and
 * for a part on the same questions put to a bot that knows nothing of what is answered elsewhere, so that a question
 * that no such entry fits is not taken for ours. The README draws its calibration.
 */
const WEIGHTS: Readonly<Record<keyof Evidence, number>> & { readonly bias: number } = {
  bias: -2.41,
  coverage: 2.16,
  likeness: 1.15,
  section: 3.53,
  abroad: -1.89,
  elsewhere: -0.35,
  pull: -3.08,
  kin: -1.19,
  unwarned: -2.71,
  margin: 0.7,
  framework: 1.37,
  troubled: -1.64,
  foreign: -2.46,
  aside: -1.71,
  rivals: -1.3,
  grammar: 1.37,
  specific: -2.55,
};

export function evidenceFor(
  understood: Understood,
  ranked: readonly Candidate<TopicEntry>[],
  elsewhere: Candidate<ElsewhereEntry> | undefined,
  abroad: number,
): Evidence {
  const [best] = ranked;
  if (!best)
    return {
      coverage: 0,
      likeness: 0,
      section: 0,
      abroad: 1,
      elsewhere: 1,
      pull: 1,
      kin: 1,
      unwarned: 0,
      margin: 0,
      framework: 0,
      troubled: 0,
      foreign: 1,
      aside: 0,
      rivals: 0,
      grammar: 0,
      specific: 0,
    };
  const rival = ranked.find(({ entry }) => entry.section !== best.entry.section && entry.yields === best.entry.yields);
  const weightOf = (wanted: (term: Term) => boolean) =>
    understood.terms
      .filter((term) => !term.known && wanted(term))
      .reduce((sum, term) => sum + (best.matches.find((match) => match.said === term.said)?.weight ?? 0), 0);
  return {
    coverage: best.coverage,
    likeness: best.likeness,
    section: best.section,
    abroad,
    elsewhere: elsewhere ? Math.max(0, elsewhere.score / (elsewhere.score + best.score) - USUAL) : 0,
    pull: Math.min(1, (elsewhere?.score ?? 0) / MOST_PULL),
    kin: elsewhere?.likeness ?? 0,
    unwarned: elsewhere ? 0 : 1,
    margin: rival ? 1 - rival.score / best.score : 1,
    framework: understood.frameworks.length > 0 ? 1 : 0,
    troubled: understood.question.manner.troubled ? 1 : 0,
    foreign: weightOf((term) => !term.english),
    aside: weightOf((term) => term.english),
    rivals: weighsStrangers(understood, best) ? 1 : 0,
    grammar: understood.words.filter(({ stop }) => stop).length / Math.max(1, understood.words.length),
    specific: 1 - Math.exp(-understood.question.manner.specifics),
  };
}

/** "This or that" of which neither is a framework or a tool, and one at least is nothing that the best entry is about. */
function weighsStrangers(understood: Understood, best: Candidate<TopicEntry>): boolean {
  const { rivals } = understood.question.manner;
  if (rivals.length === 0 || understood.frameworks.length + understood.tools.length > 0) return false;
  const met = new Set(best.matches.filter((match) => match.cover > 0).map((match) => match.said));
  return !rivals.every((rival) => rival.split(/[-.]/).some((part) => met.has(part)));
}

/** The chance, from 0 to 1, that the best entry is what the question asks for. */
export function surenessOf(evidence: Evidence): number {
  const sum = (Object.keys(evidence) as (keyof Evidence)[]).reduce(
    (total, key) => total + WEIGHTS[key] * evidence[key],
    WEIGHTS.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}
