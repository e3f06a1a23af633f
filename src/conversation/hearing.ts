import type { Retrieval } from '../retrieval/retriever.ts';
import { isCued, ownTerms } from './follow-up-context.ts';
import type { Sound } from './intent.ts';

/** What tells whether a message that was overheard in a thread is for the bot. */
export interface Signs {
  /** How much its words sound like talk between people, as log-odds. */
  readonly people: number;
  /** How sure an answer would be, from 0 to 1. */
  readonly sure: number;
  readonly asks: boolean;
  readonly continues: boolean;
  /** Asks by its words for a source, for code, for a verdict and the like. */
  readonly cued: boolean;
  /** Says "we", "my" and the like. */
  readonly ours: boolean;
  /** How many of its words the knowledge has never seen. */
  readonly strange: number;
}

/** Fitted by `npm run eval -- --fit` on the golden and blind dialogues and the messages of tests/conversation/overheard.yaml. */
const BIAS = -1.04;
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  people: -1.24,
  sure: 1.39,
  asks: 1.4,
  continues: 0.87,
  cued: 0.36,
  ours: -1.49,
  strange: -1.79,
};

/** From this chance on it is heard: talk that is answered disturbs more than a question that has to be put again with a mention. */
export const HEARD_FROM = 0.7;

/** How likely a message that was overheard in a thread is for the bot, from 0 to 1. */
export function chanceForUs(retrieval: Retrieval, sound: Sound | undefined): number {
  const signs = Object.entries(signsOf(retrieval, sound)) as [keyof Signs, number | boolean][];
  const odds = signs.reduce((sum, [name, value]) => sum + WEIGHTS[name] * Number(value), BIAS);
  return 1 / (1 + Math.exp(-odds));
}

export function signsOf(retrieval: Retrieval, sound: Sound | undefined): Signs {
  const { manner, want, plain } = retrieval.understood.question;
  return {
    people: sound ? logOdds(sound.people) : UNTOLD,
    sure: retrieval.sureness,
    asks: manner.asks,
    continues: manner.continues,
    cued: isCued(want),
    ours: OURS.test(plain),
    strange: ownTerms(retrieval).filter((term) => !term.known).length,
  };
}

/** Where a folder has few examples, and of a long message: its form decides. */
const UNTOLD = -1.5;
const OURS = /\b(?:we|our|ours|us|my|i|i'm)\b/i;
/** Beyond one in a thousand a chance tells no more. */
const LEAST = 0.001;

function logOdds(chance: number): number {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, chance));
  return Math.log(inside / (1 - inside));
}
