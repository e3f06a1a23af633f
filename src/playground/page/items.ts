import type { PageState } from '../page-state.ts';
import type { Item } from './message-item.tsx';

/** What stands in a channel: its messages, and what only this person sees, by time. */
export function channelItems(state: PageState, channel: string, me: string): readonly Item[] {
  const here = state.messages.filter((message) => message.channel === channel);
  const top = here.filter(
    (one) => one.thread_ts === undefined || one.thread_ts === one.ts || one.subtype === 'thread_broadcast',
  );
  const mine = state.ephemerals.filter(
    (one) => one.channel === channel && one.user === me && one.thread_ts === undefined,
  );
  return sorted([
    ...top.map((message) => ({
      kind: 'message' as const,
      message,
      replies: here.filter((one) => one.thread_ts === message.ts && one.ts !== message.ts),
    })),
    ...mine.map((message) => ({ kind: 'ephemeral' as const, message })),
  ]);
}

/** The replies of a thread, without its head. */
export function threadItems(state: PageState, channel: string, ts: string, me: string): readonly Item[] {
  const inThread = (one: { channel: string; thread_ts?: string; ts: string }) =>
    one.channel === channel && one.thread_ts === ts && one.ts !== ts;
  return sorted([
    ...state.messages.filter(inThread).map((message) => ({ kind: 'message' as const, message, replies: [] })),
    ...state.ephemerals
      .filter((one) => inThread(one) && one.user === me)
      .map((message) => ({ kind: 'ephemeral' as const, message })),
  ]);
}

export function authorOf(item: Item): string {
  return item.kind === 'ephemeral' ? item.message.from : item.message.user;
}

function sorted(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => Number(a.message.ts) - Number(b.message.ts));
}
