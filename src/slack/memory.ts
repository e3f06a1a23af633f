import { parseThread, printThread, type Thread } from '../conversation/thread.ts';
import type { ThreadPlace, Threads } from '../storage/threads.ts';
import type { Said } from './incoming.ts';

/** The conversation a message is part of: its thread, the one it may open, or all of a direct conversation. */
export function placeOf({
  team,
  channel,
  root,
  ts,
  to,
}: Pick<Said, 'team' | 'channel' | 'root' | 'ts' | 'to'>): ThreadPlace {
  return { team, channel, thread: root ?? (to === 'bot-alone' ? channel : ts) };
}

export const placeKey = ({ team, channel, thread }: ThreadPlace): string => `${team}:${channel}:${thread}`;

/** What is remembered of the conversation. A thread in a direct conversation begins with what was said outside of it. */
export async function recall(threads: Threads, place: ThreadPlace): Promise<Thread | undefined> {
  const own = await threads.get(place);
  const outer = own === undefined && place.channel.startsWith('D') && place.thread !== place.channel;
  const kept = outer ? await threads.get({ ...place, thread: place.channel }) : own;
  return kept === undefined ? undefined : parseThread(kept);
}

/** Undefined: the bot was told to leave. */
export function remember(threads: Threads, place: ThreadPlace, thread: Thread | undefined): Promise<void> {
  return thread === undefined ? threads.forget(place) : threads.put(place, printThread(thread));
}

/** Where the last private answer of a person in a channel is explained. */
export function commandPlace(team: string, channel: string, user: string): ThreadPlace {
  return { team, channel, thread: `private:${user}` };
}

/** All of a direct conversation. */
export const directPlace = (team: string, channel: string): ThreadPlace => ({ team, channel, thread: channel });
