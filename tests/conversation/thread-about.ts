import type { Thread } from '../../src/conversation/thread.ts';
import type { TopicId } from '../../src/knowledge/model.ts';

/** The thread in which the bot has just answered about a topic. */
export const threadAbout = (topic: string, change: Partial<NonNullable<Thread['slots']>> = {}): Thread => ({
  slots: { topics: [topic as TopicId], frameworks: [], only: false, want: 'comparison', pins: [], ...change },
  muted: false,
  why: [],
});
