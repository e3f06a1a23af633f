import type { Answers } from './answers.ts';
import type { Claims } from './claims.ts';
import type { Threads } from './threads.ts';

/** All that the bot remembers, of one engine. */
export interface Storage {
  readonly claims: Claims;
  readonly threads: Threads;
  readonly answers: Answers;
  /** Drops what is older than it is kept for. */
  sweep(): Promise<void>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
