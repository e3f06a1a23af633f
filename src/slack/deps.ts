import type { Bot } from '../conversation/bot.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Storage } from '../storage/storage.ts';
import type { LoopGuard } from './loop-guard.ts';
import type { Posting } from './posting.ts';
import type { Turns } from './turns.ts';

/** What listeners work with. */
export interface Deps {
  /** The bot as of now: a change of the knowledge folder swaps it. */
  readonly bot: () => Bot;
  readonly storage: Storage;
  readonly posting: Posting;
  readonly turns: Turns;
  readonly guard: LoopGuard;
  readonly metrics: Metrics;
  readonly log: Log;
  /** The names people may call the bot by, beside its user id. */
  readonly names: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: () => string;
}
