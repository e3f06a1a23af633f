import { describe, expect, it } from 'vitest';
import { refuseBlocks } from '../../src/playground/blocks/check.ts';
import { RICH } from './rich-message.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const button = (more: object = {}) => ({ type: 'button', text: plain(5), ...more });
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const cells = (count: number, length = 1) => many(count, () => ({ type: 'raw_text', text: 'x'.repeat(length) }));
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const table = (rows: number, columns = 2, length = 1) => ({
  type: 'table',
  rows: many(rows, () => cells(columns, length)),
});
const dataTable = (rows: number, more: object = {}) => ({
  type: 'data_table',
  caption: 'c',
  rows: many(rows, () => cells(2)),
  ...more,
});
const chart = (more: object = {}, title = 't') => ({
  type: 'data_visualization',
  title,
  chart: {
    type: 'bar',
    axis_config: { categories: ['a', 'b'] },
    series: [
      {
        name: 's',
        data: [
          { label: 'a', value: 1 },
          { label: 'b', value: -2 },
        ],
      },
    ],
    ...more,
  },
});
const series = (count: number) => many(count, (index) => ({ ...chart().chart.series[0], name: `s${index}` }));
const container = (...child_blocks: readonly object[]) => ({ type: 'container', title: plain(3), child_blocks });
const divider = { type: 'divider' };
const section = (more: object) => ({ type: 'section', ...more });

/** Each limit with what just fits and what just does not. */
const CASES: readonly (readonly [limit: string, fits: readonly object[], breaks: readonly object[]])[] = [
  ['50 blocks in a message', many(50, () => divider), many(51, () => divider)],
  ['3,000 characters in a section', [section({ text: mrkdwn(3000) })], [section({ text: mrkdwn(3001) })]],
  ['a character in a section', [section({ text: mrkdwn(1) })], [section({ text: mrkdwn(0) })]],
  ['text or fields in a section', [section({ fields: [mrkdwn(1)] })], [section({})]],
  ['10 fields', [section({ fields: many(10, () => mrkdwn(1)) })], [section({ fields: many(11, () => mrkdwn(1)) })]],
  ['2,000 characters in a field', [section({ fields: [mrkdwn(2000)] })], [section({ fields: [mrkdwn(2001)] })]],
  ['150 characters in a header', [{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }]],
  ['plain text in a header', [{ type: 'header', text: plain(5) }], [{ type: 'header', text: mrkdwn(5) }]],
  [
    '10 elements in a context',
    [{ type: 'context', elements: many(10, () => mrkdwn(1)) }],
    [{ type: 'context', elements: many(11, () => mrkdwn(1)) }],
  ],
  [
    '25 elements in actions',
    [actions(...many(25, (i) => button({ action_id: `a${i}` })))],
    [actions(...many(26, (i) => button({ action_id: `a${i}` })))],
  ],
  [
    '75 characters on a button',
    [actions({ type: 'button', text: plain(75) })],
    [actions({ type: 'button', text: plain(76) })],
  ],
  [
    '2,000 characters in a value',
    [actions(button({ value: 'x'.repeat(2000) }))],
    [actions(button({ value: 'x'.repeat(2001) }))],
  ],
  ['an address in a url', [actions(button({ url: 'https://a.b' }))], [actions(button({ url: 'nowhere' }))]],
  [
    'one action_id once in a block, though again in another',
    [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
  ],
  [
    'one block_id once',
    [
      { ...divider, block_id: 'a' },
      { ...divider, block_id: 'b' },
    ],
    [
      { ...divider, block_id: 'a' },
      { ...divider, block_id: 'a' },
    ],
  ],
  ['known properties', [divider], [{ ...divider, colour: 'red' }]],
  ['known types', [divider], [{ type: 'alert', text: plain(3) }]],
  ['100 rows in a table', [table(100)], [table(101)]],
  ['20 columns in a table', [table(2, 20)], [table(2, 21)]],
  ['something in each cell', [table(2)], [table(2, 2, 0)]],
  ['10,000 characters in tables', [table(10, 10, 100)], [table(10, 10, 101)]],
  ['one table', [table(2)], [table(2), table(2)]],
  ['one table, also in containers', [container(table(2))], [table(2), container(table(2))]],
  ['a row below the header in a data_table', [dataTable(2)], [dataTable(1)]],
  ['101 rows in a data_table', [dataTable(101)], [dataTable(102)]],
  ['a caption', [dataTable(2)], [dataTable(2, { caption: '' })]],
  ['100 rows on a page', [dataTable(2, { page_size: 100 })], [dataTable(2, { page_size: 101 })]],
  ['rows of one length', [dataTable(2)], [dataTable(2, { rows: [cells(2), cells(3)] })]],
  [
    'a row header that is a column',
    [dataTable(2, { row_header_column_index: 1 })],
    [dataTable(2, { row_header_column_index: 2 })],
  ],
  ['two charts', [chart(), chart()], [chart(), chart(), chart()]],
  ['50 characters in a chart title', [chart({}, 'x'.repeat(50))], [chart({}, 'x'.repeat(51))]],
  ['6 series', [chart({ series: series(6) })], [chart({ series: series(7) })]],
  ['series names of their own', [chart({ series: series(2) })], [chart({ series: [...series(1), ...series(1)] })]],
  ['a point for each category', [chart()], [chart({ axis_config: { categories: ['a', 'c'] } })]],
  [
    'pieces of a pie above zero',
    [chart({ type: 'pie', series: undefined, axis_config: undefined, segments: [{ label: 'a', value: 1 }] })].map(
      strip,
    ),
    [chart({ type: 'pie', series: undefined, axis_config: undefined, segments: [{ label: 'a', value: 0 }] })].map(
      strip,
    ),
  ],
  ['10 blocks in a container', [container(...many(10, () => divider))], [container(...many(11, () => divider))]],
  ['no chart in a container', [container(divider)], [container(chart())]],
  ['a title on a container', [container(divider)], [{ type: 'container', child_blocks: [divider] }]],
  [
    '12,000 characters of Markdown together',
    [{ type: 'markdown', text: 'x'.repeat(12_000) }],
    [
      { type: 'markdown', text: 'x'.repeat(6000) },
      { type: 'markdown', text: 'x'.repeat(6001) },
    ],
  ],
  [
    'a description for an image',
    [{ type: 'image', image_url: 'https://a.b/c.png', alt_text: 'a' }],
    [{ type: 'image', image_url: 'https://a.b/c.png' }],
  ],
  [
    'no empty text in rich text',
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }] }],
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] }],
  ],
];

function strip(block: object): object {
  return JSON.parse(JSON.stringify(block)) as object;
}

describe('Slack takes blocks within its limits and refuses those beyond', () => {
  it.each(CASES)('%s', (_limit, fits, breaks) => {
    expect(refuseBlocks(fits, 'message')).toBeUndefined();
    expect(refuseBlocks(breaks, 'message')).toBeDefined();
  });

  it('a message with one of everything passes', () => {
    expect(refuseBlocks(RICH, 'message')).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('says what is wrong and where', () => {
    expect(refuseBlocks([divider, section({ text: mrkdwn(3001) })], 'message')).toEqual({
      error: 'invalid_blocks',
      messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
    });
  });

  it('of a second table has its own words', () => {
    expect(refuseBlocks([table(2), table(2)], 'message')).toEqual({
      error: 'invalid_attachments',
      messages: ['[ERROR] only_one_table_allowed'],
    });
  });
});

describe('a Home tab', () => {
  it('takes 100 blocks, and data tables', () => {
    expect(refuseBlocks([dataTable(2), ...many(99, () => divider)], 'home')).toBeUndefined();
    expect(
      refuseBlocks(
        many(101, () => divider),
        'home',
      )?.error,
    ).toBe('invalid_arguments');
  });

  it.each(['table', 'data_visualization', 'markdown', 'context_actions', 'container'])('refuses %s', (type) => {
    const block = [...RICH, { type: 'markdown', text: 'a' }].find((one) => one.type === type);
    expect(refuseBlocks([block], 'message')).toBeUndefined();
    expect(refuseBlocks([block], 'home')?.messages[0]).toContain(`unsupported type: ${type}`);
  });
});
