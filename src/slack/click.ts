import { z } from 'zod';
import type { ThreadPlace } from '../storage/threads.ts';
import { commandPlace } from './memory.ts';
import { teamOf } from './team.ts';

/** A click on a button of ours. */
export interface Click {
  readonly user: string;
  readonly value: string;
  /** Where the button was; undefined for one on the Home tab. */
  readonly on: ClickedOn | undefined;
}

export interface ClickedOn {
  readonly channel: string;
  /** Only the clicker sees the message, so nobody else is to see more of it. */
  readonly private: boolean;
  /** The thread that an answer for all goes into; a direct conversation needs none. */
  readonly thread: string | undefined;
  /** Where what the message is about is remembered. */
  readonly place: ThreadPlace;
}

const bodySchema = z.object({
  user: z.object({ id: z.string() }),
  container: z
    .object({
      type: z.string(),
      channel_id: z.string().optional(),
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.array(z.object({ selected_option: z.object({ value: z.string() }).nullish() })).optional(),
});

/**
 * All that is needed stands in the container and the value: a click on an ephemeral message carries no message. A menu has
 * no value of its own but that of the option chosen.
 */
export function readClick(body: unknown, own: string | undefined): Click {
  const { user, container, message, actions } = bodySchema.parse(body);
  const value = own ?? actions?.[0]?.selected_option?.value ?? '';
  const { channel_id: channel, message_ts: ts, is_ephemeral = false } = container ?? {};
  if (channel === undefined || ts === undefined) return { user: user.id, value, on: undefined };

  const root = container?.thread_ts ?? message?.thread_ts;
  const thread = root ?? (channel.startsWith('D') || is_ephemeral ? undefined : ts);
  const team = teamOf(body);
  const place =
    is_ephemeral && !root ? commandPlace(team, channel, user.id) : { team, channel, thread: thread ?? channel };
  return { user: user.id, value, on: { channel, private: is_ephemeral, thread, place } };
}
