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
  /** Says one thing and then another: "cool, will do". */
  readonly parts: boolean;
  /** How many of its words the knowledge has never seen. */
  readonly strange: number;
}

/** Fitted by `npm run eval -- --fit` on the dialogues of the sets that are read and the messages of tests/conversation/overheard.yaml. */
const BIAS = -1.34;
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  people: -1,
  sure: 1.36,
  asks: 1.79,
  continues: 0.92,
  cued: 0.86,
  ours: -1.23,
  parts: -0.82,
  strange: -1.51,
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
  const cued = isCued(want);
  const hasForm = manner.asks || manner.continues || cued;
  const untold = hasForm ? -UNTOLD : UNTOLD;
  return {
    people: sound ? logOdds(sound.people) : untold,
    sure: retrieval.sureness,
    asks: manner.asks,
    continues: manner.continues,
    cued,
    ours: OURS.test(plain),
    parts: PARTS.test(plain),
    strange: ownTerms(retrieval).filter((term) => !term.known).length,
  };
}

/** Where a folder has few examples, after a refusal and of a long message nothing is told by the words: the form decides. */
const UNTOLD = 1.5;
/** Not in "I/O" and "US". */
const OURS = /\b(?:[Ww]e|[Oo]urs?|us|[Mm]y)\b|\b[Ii]\b(?![/.])/;
/** A stop within the message, not one that ends it. */
const PARTS = /[,;:.?!](?=\s+\S)/;
/** Beyond one in a thousand a chance tells no more. */
const LEAST = 0.001;

function logOdds(chance: number): number {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, chance));
  return Math.log(inside / (1 - inside));
}
