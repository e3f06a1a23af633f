import { around, type Place } from '../article.ts';
import type { KeyedTopic } from './from-list.ts';
import { LIMITS } from './limits.ts';
import type { Said, TopicDraft } from './topic-draft.ts';

/** Joins topics of one key, in the order in which each key first came up. */
export function mergeTopics(topics: readonly KeyedTopic[]): readonly TopicDraft[] {
  const byKey = new Map<string, [KeyedTopic, ...KeyedTopic[]]>();
  for (const topic of topics) {
    const group = byKey.get(topic.key);
    if (group) group.push(topic);
    else byKey.set(topic.key, [topic]);
  }
  return [...byKey.values()].map(join);
}

function join(group: readonly [KeyedTopic, ...KeyedTopic[]]): KeyedTopic {
  const [first, ...others] = group;
  if (others.length === 0) return first;
  const said = new Map<string, Said>();
  let place: Place = first.place;
  let verdict = '';
  for (const topic of group) {
    place = around(place, topic.place);
    // Past the limit it is cut anyway, and all of it stands in the cells.
    if (verdict.length < LIMITS.verdict) verdict += `${verdict === '' ? '' : ' '}${ended(topic.verdict)}`;
    for (const [id, { support, text }] of topic.said) {
      const before = said.get(id);
      said.set(id, before ? { support: before.support, text: `${before.text}; ${text}` } : { support, text });
    }
  }
  return { ...first, place, verdict, said, notes: group.flatMap((topic) => topic.notes) };
}

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
