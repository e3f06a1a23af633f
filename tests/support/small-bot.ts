import type { Answer } from '../../src/answer/answer.ts';
import { compare } from '../../src/answer/comparison.ts';
import type { Bot, Heard, Reply } from '../../src/conversation/bot.ts';
import { NEW_THREAD, type Thread } from '../../src/conversation/thread.ts';
import type { Knowledge, TopicId } from '../../src/knowledge/model.ts';

/**
 * A bot with rules as plain as a test needs: it answers by the id of a topic, follows "and …" only in a thread it knows,
 * leaves when told to, and breaks on "boom". What the real one understands is tested elsewhere.
 */
export async function createSmallBot(knowledge: Knowledge): Promise<Bot> {
  return {
    knowledge,
    again: (slots, today) => compare(slots, [], knowledge, today),
    reply: (heard) => replyTo(heard, knowledge),
  };
}

function replyTo({ text, way, thread, today }: Heard, knowledge: Knowledge): Reply {
  if (text.includes('boom')) throw new Error(`cannot think of ${text}`);
  const topic = [...knowledge.topics.keys()].find((id) => text.toLowerCase().includes(id));
  const said = (answer: Answer, next: Thread | undefined): Reply => ({
    answer,
    thread: next,
    why: { rule: { name: way, says: 'A rule.' }, lines: [`Rule "${way}"`] },
    nearest: [],
  });
  const why = [`Rule "${way}"`, `before: ${thread?.slots?.topics.join() ?? 'nothing'}`];
  if (text.includes('leave')) return said({ kind: 'done', did: thread ? 'left' : 'no-thread' }, undefined);
  if (text.includes('why')) return said({ kind: 'why', lines: thread?.why ?? [] }, thread ?? NEW_THREAD);
  if (text.trim() === '' || text.includes('help')) return said(help(knowledge), { ...(thread ?? NEW_THREAD), why });
  if (topic !== undefined) {
    const slots = slotsOf(topic);
    return said(compare(slots, [], knowledge, today), { slots, muted: false, why });
  }
  if (way === 'overheard') return said({ kind: 'silent' }, { ...(thread ?? NEW_THREAD), why });
  return said({ kind: 'unknown', understood: [], nearest: [], lead: [] }, { ...(thread ?? NEW_THREAD), why });
}

const slotsOf = (topic: TopicId) =>
  ({ topics: [topic], frameworks: [], only: false, want: 'comparison', pins: [] }) as const;

const help = ({ about }: Knowledge): Answer => ({
  kind: 'help',
  about: about.about,
  examples: about.examples,
  rules: [],
});
