/** The shapes that travel on the wire, as Slack spells them. Only what a bot can see or send is written down. */

/** A JSON object whose fields are not known in advance. */
export type Dict = { readonly [key: string]: unknown };

export interface WireBlock {
  readonly type: string;
  readonly block_id?: string | undefined;
  readonly [key: string]: unknown;
}

export interface WireMessage {
  readonly type: 'message';
  /** Ours, so that a message can be handed on as a place; Slack leaves it out of a stored message, and so do we. */
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly team?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly client_msg_id?: string;
  readonly blocks?: readonly WireBlock[];
  readonly attachments?: readonly Dict[];
  readonly metadata?: Dict;
  readonly thread_ts?: string;
  readonly parent_user_id?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
}

/** A message only one person sees. Slack does not store it, so no method reads it back. */
export interface Ephemeral {
  readonly ts: string;
  readonly channel: string;
  /** The one who sees it. */
  readonly user: string;
  /** The bot, or `USLACKBOT` for what Slack itself has to say. */
  readonly from: string;
  readonly text: string;
  readonly blocks?: readonly WireBlock[];
  readonly thread_ts?: string;
}

export interface HomeView extends Dict {
  readonly id: string;
  readonly type: 'home';
  readonly blocks: readonly WireBlock[];
}

export interface Person {
  readonly id: string;
  /** The handle, as typed after an `@`. */
  readonly name: string;
  readonly realName: string;
  readonly isBot: boolean;
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly members: ReadonlySet<string>;
}

/** `channel_type` of a message event, which is also the word in `message.<…>` subscriptions and `<…>:history` scopes. */
export const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

/** The plural in `message.channels`, `channels:history`, … */
export const KIND_WORDS = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a message is. Messages, ephemerals and what `say` returns are all places. */
export interface Place {
  readonly channel: string;
  readonly ts: string;
}

/** A stored message as the Web API and events show it. */
export function onTheWire(message: WireMessage): Dict {
  const { channel: _, ...rest } = message;
  return rest;
}
