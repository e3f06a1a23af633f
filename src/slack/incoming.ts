import { z } from 'zod';

/** A message as far as the bot needs to know it. */
export interface Said {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  /** The first message of the thread it is a reply in. */
  readonly root: string | undefined;
  readonly user: string;
  readonly text: string;
  /** To whom it is said, as far as can be seen from outside. */
  readonly to: 'bot' | 'bot-alone' | 'anybody';
}

export type Incoming =
  | ({ readonly kind: 'said' } & Said)
  /** The text really changed; `at` is the time of the edit. */
  | ({ readonly kind: 'edited'; readonly at: string } & Said)
  | {
      readonly kind: 'deleted';
      readonly team: string;
      readonly channel: string;
      readonly ts: string;
      readonly user: string;
    }
  | { readonly kind: 'ignored' };

const IGNORED: Incoming = { kind: 'ignored' };

/** Messages of people. Everything else of type `message` is a change, a note of Slack's, or of another bot. */
const PEOPLES: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];
const EDIT_WINDOW_S = 600;

const messageSchema = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  hidden: z.boolean().optional(),
  text: z.string().nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
});
const eventSchema = messageSchema.extend({
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  channel_type: z.string().optional(),
  message: messageSchema.optional(),
  previous_message: messageSchema.optional(),
});
type Message = z.output<typeof messageSchema>;
type Event = z.output<typeof eventSchema>;

/**
 * Reads a `message` or `app_mention` event. Slack sends a mention under both names; both read the same here, so that it
 * does not matter which comes first, or comes at all.
 */
export function readIncoming(event: unknown, team: string, botUserId: string): Incoming {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return IGNORED;
  const { subtype } = parsed.data;
  if (subtype === 'message_changed') return readChange(parsed.data, team, botUserId);
  if (subtype === 'message_deleted') return readDeletion(parsed.data, team, botUserId);
  if (parsed.data.hidden) return IGNORED;
  const said = readMessage(parsed.data, parsed.data, team, botUserId);
  if (!said) return IGNORED;
  // A mention that is edited into a message comes as an app_mention of the old message.
  return parsed.data.edited ? { kind: 'edited', at: parsed.data.edited.ts, ...said } : { kind: 'said', ...said };
}

function readMessage(
  message: Message,
  { type, channel, channel_type }: Event,
  team: string,
  botUserId: string,
): Said | undefined {
  const { ts, thread_ts, user, text } = message;
  if (!isPersons(message, botUserId) || !user || !text?.trim()) return undefined;
  const direct = channel_type === 'im' || channel.startsWith('D');
  const mentioned = type === 'app_mention' || text.includes(`<@${botUserId}>`) || text.includes(`<@${botUserId}|`);
  return {
    team,
    channel,
    ts,
    root: thread_ts === ts ? undefined : thread_ts,
    user,
    text,
    to: direct ? 'bot-alone' : mentioned ? 'bot' : 'anybody',
  };
}

/** Slack says `message_changed` of edits, of unfurled links, and of deleted messages that have replies. */
function readChange(event: Event, team: string, botUserId: string): Incoming {
  const { message, previous_message: before } = event;
  if (!message || !before) return IGNORED;
  if (message.subtype === 'tombstone') return readDeletion(event, team, botUserId);
  const { edited, ts } = message;
  if (!edited || edited.ts === before.edited?.ts || message.text === before.text) return IGNORED;
  if (Number(edited.ts) - Number(ts) > EDIT_WINDOW_S) return IGNORED;
  const said = readMessage(message, event, team, botUserId);
  return said ? { kind: 'edited', at: edited.ts, ...said } : IGNORED;
}

function readDeletion({ channel, previous_message: before }: Event, team: string, botUserId: string): Incoming {
  if (!before?.user || !isPersons(before, botUserId)) return IGNORED;
  return { kind: 'deleted', team, channel, ts: before.ts, user: before.user };
}

function isPersons({ user, bot_id, subtype }: Message, botUserId: string): boolean {
  return PEOPLES.includes(subtype) && !bot_id && user !== botUserId && user !== 'USLACKBOT';
}
