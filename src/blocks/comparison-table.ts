import type { RawTextElement, RichTextBlock, RichTextLink, RichTextText, TableBlock } from '@slack/types';
import type { CellView, ComparisonAnswer, TopicView } from '../answer/answer.ts';
import { sayCell, saySupport } from '../answer/phrases.ts';
import type { Source } from '../knowledge/model.ts';

/**
 * The comparison as Slack's native table: one column a framework, in each cell the numbers of its sources as links. A single
 * topic is one row without a label, so that two columns share a phone's width; several have a row each, in few words unless all is wanted.
 * Undefined when no topic compares anything.
 */
export function comparisonTable(answer: ComparisonAnswer): TableBlock | undefined {
  const compared = answer.topics.filter((topic) => topic.cells.length > 0);
  const [only, second] = compared;
  if (!only) return undefined;
  const names = answer.columns.map((column) => column.name);
  const cited = (cell: CellView, says: string) => citedCell(says, sourcesOf(cell), answer.sources);
  const say = answer.want === 'more' ? sayCell : sayShort;
  const rows = second
    ? compared.map((topic) => [raw(topic.ref.title), ...topic.cells.map((cell) => cited(cell, say(cell, topic)))])
    : [only.cells.map((cell) => cited(cell, sayCell(cell)))];
  const head = second ? ['Topic', ...names] : names;
  return {
    type: 'table',
    rows: [head.map(raw), ...rows],
    column_settings: head.map(() => ({ is_wrapped: true })),
  };
}

const raw = (text: string): RawTextElement => ({ type: 'raw_text', text: text || '–' });

/** "Yes" or "Partly" where every cell of the topic can be put so; the verdict above the table tells the rest. */
function sayShort(cell: CellView, { cells }: TopicView): string {
  const plain = cells.every((each) => each.kind === 'unknown' || (each.kind === 'known' && each.support !== undefined));
  if (!plain) return sayCell(cell);
  return saySupport(cell.kind === 'known' ? (cell.support ?? 'unknown') : 'unknown');
}

const sourcesOf = (cell: CellView): readonly Source[] => (cell.kind === 'unknown' ? [] : cell.sources);

/** The best ones; the list of sources has all. */
const MOST_CITED = 2;

/** A cell with the numbers of its sources behind it, each a link to the page; the same numbers as in the list of sources. */
function citedCell(says: string, own: readonly Source[], all: readonly Source[]): RawTextElement | RichTextBlock {
  const links = own.slice(0, MOST_CITED).flatMap((source): readonly (RichTextText | RichTextLink)[] =>
    source.url
      ? [
          { type: 'text', text: ' ' },
          { type: 'link', url: source.url, text: `[${all.findIndex(({ id }) => id === source.id) + 1}]` },
        ]
      : [],
  );
  if (links.length === 0) return raw(says);
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: says }, ...links] }],
  };
}
