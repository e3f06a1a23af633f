import { type Channel, KIND_WORDS, type WireMessage } from '../wire.ts';
import { ApiRefusal, type MethodContext } from './method.ts';

/** The conversation an app means: an id, `#name`, or a person's id for the direct messages with them. */
export function findChannel(wanted: string | undefined, { workspace }: MethodContext): Channel | undefined {
  if (wanted === undefined) return undefined;
  if (workspace.people.has(wanted) && wanted !== workspace.bot.id) return workspace.directMessages(wanted);
  const named = [...workspace.channels.values()].find((channel) => `#${channel.name}` === wanted);
  return workspace.channels.get(wanted) ?? named;
}

/** Slack does not tell a bot of a private channel it is not in; of a public one it says `not_in_channel`. */
export function channelBotIsIn(wanted: string | undefined, context: MethodContext): Channel {
  const channel = findChannel(wanted, context);
  if (!channel) throw new ApiRefusal('channel_not_found');
  if (channel.members.has(context.workspace.bot.id)) return channel;
  throw new ApiRefusal(channel.kind === 'public' ? 'not_in_channel' : 'channel_not_found');
}

/** The scope that goes with this kind of conversation; for one nobody knows, the commonest. */
export function scopeFor(wanted: string | undefined, right: string, context: MethodContext): readonly string[] {
  const channel = findChannel(wanted, context);
  return [`${channel ? KIND_WORDS[channel.kind] : 'channels'}:${right}`];
}

/** The thread a new message may go into, or the refusal Slack gives. */
export function threadFor(
  channel: Channel,
  threadTs: string | undefined,
  context: MethodContext,
): WireMessage | undefined {
  if (threadTs === undefined) return undefined;
  if (!/^\d+\.\d+$/.test(threadTs)) throw new ApiRefusal('invalid_thread_ts');
  const parent = context.workspace.message(channel.id, threadTs);
  if (!parent) throw new ApiRefusal('thread_not_found');
  if (parent.thread_ts !== undefined && parent.thread_ts !== parent.ts) throw new ApiRefusal('cannot_reply_to_message');
  return parent;
}
