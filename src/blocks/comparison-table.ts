import type { RawTextElement, TableBlock } from '@slack/types';
import type { ComparisonAnswer, TopicView } from '../answer/answer.ts';
import { sayCell } from '../answer/phrases.ts';

const raw = (text: string): RawTextElement => ({ type: 'raw_text', text: text || '–' });

/**
 * The comparison as Slack's native table: one column a framework. A single topic is one row without a label, so that two
 * columns share a phone's width; several topics have a row each. Undefined when no topic compares anything.
 */
export function comparisonTable(answer: ComparisonAnswer): TableBlock | undefined {
  const compared = answer.topics.filter((topic) => topic.cells.length > 0);
  const [only, second] = compared;
  if (!only) return undefined;
  const names = answer.columns.map((column) => column.name);
  const rows = second ? compared.map(topicRow) : [only.cells.map((cell) => raw(sayCell(cell)))];
  const head = second ? ['Topic', ...names] : names;
  return {
    type: 'table',
    rows: [head.map(raw), ...rows],
    column_settings: head.map(() => ({ is_wrapped: true })),
  };
}

const topicRow = (topic: TopicView): RawTextElement[] => [
  raw(topic.ref.title),
  ...topic.cells.map((cell) => raw(sayCell(cell))),
];
