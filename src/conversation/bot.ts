import type { Answer, Explanation, Slots, TopicRef } from '../answer/answer.ts';
import type { Knowledge } from '../knowledge/model.ts';
import type { Thread, Way } from './thread.ts';

/** A message as the bot hears it. */
export interface Heard {
  readonly text: string;
  readonly way: Way;
  /** The thread as remembered, when the bot is part of it. */
  readonly thread?: Thread;
  /** The bot's user id and names, so that a mention of it is not taken for one of a person. */
  readonly botNames?: readonly string[];
  /** The day of asking (YYYY-MM-DD): the only clock there is; it decides what is stale, never what is found. */
  readonly today: string;
}

/** What the bot says to it, and what it remembers from now on. */
export interface Reply {
  readonly answer: Answer;
  /** Undefined means: forget the thread (it was told to leave). */
  readonly thread: Thread | undefined;
  readonly why: Explanation;
  /** The best three topics, best first; empty when nothing was looked up. */
  readonly nearest: readonly TopicRef[];
}

/** The pure middle of the program: no I/O, no clock, no randomness. Same text, thread and day: same reply. */
export interface Bot {
  readonly knowledge: Knowledge;
  reply(heard: Heard): Reply;
  /** The answer to known slots: a click on a button. */
  again(slots: Slots, today: string): Answer;
}
