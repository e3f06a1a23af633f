import type { RawTextElement, TableBlock } from '@slack/types';
import type { CellView, ComparisonAnswer, TopicView } from '../answer/answer.ts';
import { sayCell, sayDate, saySupport } from '../answer/phrases.ts';

const raw = (text: string): RawTextElement => ({ type: 'raw_text', text: text || '–' });

/**
 * The comparison as Slack's native table: one column a framework. A single topic has a row for its support and one for
 * what that means; several topics have a row each. Undefined when no topic compares anything.
 */
export function comparisonTable(answer: ComparisonAnswer): TableBlock | undefined {
  const compared = answer.topics.filter((topic) => topic.cells.length > 0);
  const [only, second] = compared;
  if (!only) return undefined;
  const rows = second ? compared.map(topicRow) : singleRows(only);
  const head = [second ? 'Topic' : only.ref.title, ...answer.columns.map((column) => column.name)];
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

function singleRows(topic: TopicView): RawTextElement[][] {
  const supported = topic.cells.some((cell) => cell.kind !== 'known' || cell.support !== undefined);
  const support = supported ? [[raw('Supported'), ...topic.cells.map((cell) => raw(supportOf(cell)))]] : [];
  return [...support, [raw('In short'), ...topic.cells.map((cell) => raw(detailOf(cell)))]];
}

/** Unknown and withheld are said in words, never left to look like "no". */
function supportOf(cell: CellView): string {
  if (cell.kind === 'withheld') return 'Withheld';
  if (cell.kind === 'unknown') return saySupport('unknown');
  return cell.support ? saySupport(cell.support) : '–';
}

function detailOf(cell: CellView): string {
  if (cell.kind === 'unknown') return cell.says;
  if (cell.kind === 'withheld') return sayCell(cell);
  return [cell.says, cell.at ? `(${cell.at})` : cell.since && `(since ${sayDate(cell.since)})`]
    .filter(Boolean)
    .join(' ');
}
