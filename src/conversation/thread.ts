import { z } from 'zod';
import type { Slots } from '../answer/answer.ts';
import type { FrameworkId, TopicId } from '../knowledge/model.ts';

/** How a message reached the bot; it decides whether silence is an option. */
export type Way = 'command' | 'mention' | 'direct' | 'overheard';

/** What the bot remembers of a thread: what it is about, whether it may speak, and why it last did what it did. */
export interface Thread {
  /** Slots of the last answer; none before the first, or after a refusal. */
  readonly slots?: Slots;
  /** The telling words of a question that was refused, until something is answered: what is said next may complete it. */
  readonly refused?: readonly string[];
  readonly muted: boolean;
  /** The explanation of the last message heard, for "why?". */
  readonly why: readonly string[];
}

const topicId = z.string().transform((id) => id as TopicId);
const frameworkId = z.string().transform((id) => id as FrameworkId);
const slotsSchema = z.object({
  topics: z.array(topicId),
  frameworks: z.array(frameworkId),
  only: z.boolean(),
  want: z.enum(['comparison', 'definition', 'code', 'verdict', 'source', 'freshness', 'more']),
  pins: z.array(z.tuple([frameworkId, z.string()])),
});
const threadSchema = z.object({
  slots: slotsSchema.exactOptional(),
  refused: z.array(z.string()).exactOptional(),
  muted: z.boolean(),
  why: z.array(z.string()),
});

/** A thread that nobody spoke in yet. */
export const NEW_THREAD: Thread = { muted: false, why: [] };

/** What a store keeps. */
export const printThread = (thread: Thread): string => JSON.stringify(thread);

/** Reads what a store kept; undefined when it is not ours or of another age, so that the thread simply begins anew. */
export function parseThread(text: string): Thread | undefined {
  try {
    const parsed = threadSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Slots as a button carries them. */
export const printSlots = (slots: Slots): string => JSON.stringify(slots);

/** Reads the slots of a button, which may be of an older release; undefined when they no longer fit. */
export function parseSlots(text: string): Slots | undefined {
  try {
    const parsed = slotsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
