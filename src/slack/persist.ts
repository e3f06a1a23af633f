import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../blocks/message.ts';
import { PostError } from './errors.ts';
import type { Trouble } from './trouble.ts';

/** Rate limits are waited for as long as this in all; more is left to Slack's redelivery. */
const LONGEST_WAIT_MS = 30_000;
const TRIES = 3;

export interface Persistence {
  /** Takes note of what went wrong, and says what it means. */
  readonly note: (error: unknown) => Trouble;
  /** How long to let things settle when the outcome of a call is unknown. */
  readonly settleMs: number;
  /** Finds out whether such a call did its work after all. */
  readonly afterUnknown: () => Promise<string | undefined>;
}

/**
 * Makes a call until it is done: waits where Slack asks for it, and falls back to text where Slack takes no blocks.
 * Undefined when the place is closed to us.
 * @throws PostError when it is not known to be done.
 */
export async function persist(
  message: Message,
  call: (message: Message) => Promise<string | undefined>,
  { note, settleMs, afterUnknown }: Persistence,
): Promise<string | undefined> {
  let shown = message;
  let waited = 0;
  let unknown = 0;
  for (;;) {
    try {
      return await call(shown);
    } catch (error) {
      const trouble = note(error);
      const giveUp = () => new PostError(trouble.code, { cause: error });
      switch (trouble.kind) {
        case 'closed':
          return undefined;
        case 'refused':
          throw giveUp();
        case 'blocks':
          if (shown.blocks === undefined) throw giveUp();
          shown = { text: shown.text };
          break;
        case 'wait':
          waited += trouble.ms;
          if (waited > LONGEST_WAIT_MS) throw giveUp();
          await sleep(trouble.ms);
          break;
        case 'unknown': {
          unknown += 1;
          await sleep(settleMs * unknown);
          const standing = await afterUnknown();
          if (standing !== undefined) return standing;
          if (unknown >= TRIES) throw giveUp();
        }
      }
    }
  }
}
