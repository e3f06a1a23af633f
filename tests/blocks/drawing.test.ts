import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Slots } from '../../src/answer/answer.ts';
import { compare } from '../../src/answer/comparison.ts';
import { answerMessage } from '../../src/blocks/answer-message.ts';
import { chartBlock } from '../../src/blocks/chart-block.ts';
import { cut } from '../../src/blocks/limits.ts';
import { bold, escapeText, link } from '../../src/blocks/mrkdwn.ts';
import { removalOffer, sharedBy } from '../../src/blocks/notices.ts';
import { sections } from '../../src/blocks/pieces.ts';
import type { Chart, FrameworkId, Knowledge, TopicId } from '../../src/knowledge/model.ts';
import { refuseBlocks } from '../../src/playground/blocks/check.ts';
import type { Want } from '../../src/question/wants.ts';
import { smallKnowledge, TODAY } from '../knowledge/builder.ts';
import { citesOf, clickable, faultsOf, mrkdwnOf, tablesOf } from './pretend-slack.ts';

const HOSTILE = 'a < b & c > d, <!channel> *bold* _it_ ~no~ `x` | <@U0ADA>';

const row = (framework: string, value: number, short = framework) => ({
  framework,
  label: framework,
  short,
  value,
  sources: ['page'],
});
const chart = (id: string, comparable: Chart['comparable'], rows = [row('pytorch', 1), row('tensorflow', 2)]) =>
  ({
    id,
    title: `Chart ${id}`,
    metric: 'speed',
    unit: 'images/s',
    workload: 'ResNet',
    hardware: '1x A',
    better: 'higher',
    comparable,
    note: `Note on ${id}.`,
    rows,
  }) as const;

const claim = (change: { verdict: 'outdated' | 'unverifiable'; now: string; since?: string }) => ({
  id: change.verdict,
  said: 'It was so.',
  sources: change.verdict === 'unverifiable' ? [] : ['page'],
  ...change,
});

const KNOWLEDGE = smallKnowledge({
  charts: [
    chart('yes-1', 'yes'),
    chart('yes-2', 'roughly'),
    chart('yes-3', 'yes'),
    chart('not', 'no'),
    chart('alone', 'yes', [row('pytorch', 1)]),
    chart('twins', 'yes', [row('pytorch', 1, 'same'), row('tensorflow', 2, 'same')]),
  ],
  sections: {
    one: {
      topics: [
        {
          id: 'hostile',
          title: HOSTILE.slice(0, 60),
          verdict: HOSTILE,
          cells: { pytorch: { says: HOSTILE, sources: ['page'] }, tensorflow: { says: HOSTILE, sources: ['page'] } },
        },
        { id: 'charts', charts: ['yes-1', 'yes-2', 'yes-3', 'not', 'alone', 'twins'] },
        { id: 'not-comparable', charts: ['not'] },
        {
          id: 'support',
          cells: {
            pytorch: { says: 'So.', support: 'yes', sources: ['page'] },
            tensorflow: { says: 'Who knows.', support: 'unknown', sources: ['page'] },
          },
        },
        {
          id: 'cited',
          cells: {
            pytorch: { says: 'Three pages say so.', sources: ['first', 'second', 'third'] },
            tensorflow: { says: 'One page does.', sources: ['second'] },
          },
        },
        { id: 'plain' },
        { id: 'coded', code: { snippets: { pytorch: 'p = 1', tensorflow: 't = 1' } } },
        {
          id: 'outdated',
          article: [claim({ verdict: 'outdated', now: 'It is otherwise.', since: '2024' })],
        },
        { id: 'unverifiable', article: [claim({ verdict: 'unverifiable', now: 'The picture is lost.' })] },
        { id: 'words', cells: {}, notes: [{ says: 'Nothing to compare.', sources: ['page'] }] },
      ],
    },
  },
  sources: {
    page: { title: 'A <page> | with *marks*' },
    first: { title: 'First' },
    second: { title: 'Second' },
    third: { title: 'Third' },
  },
});

const draw = (
  topics: readonly string[],
  want: Want = 'comparison',
  knowledge: Knowledge = KNOWLEDGE,
  pins: Slots['pins'] = [],
) =>
  answerMessage(
    compare(
      { topics: topics.map((id) => id as TopicId), frameworks: [], only: false, want, pins },
      [],
      knowledge,
      TODAY,
    ),
    { private: false },
  );
const types = (blocks: readonly KnownBlock[] = []): readonly string[] => blocks.map(({ type }) => type as string);

describe('marks of a fact', () => {
  it("that are Slack's are shown and not obeyed", () => {
    for (const text of mrkdwnOf(draw(['hostile']))) {
      expect(text).not.toMatch(/<!channel>|<@U0ADA>/);
      expect(text.replace(/<https:[^<>|]*\|[^<>|]*>/g, '')).not.toMatch(/[<>]/);
      expect(text.replace(/^\*[^*]*\*$/gm, '')).not.toMatch(/\*|~/);
    }
  });

  it('stay as they are in a table, which has no marks', () => {
    expect(tablesOf(draw(['hostile']))[0]?.at(-1)).toEqual([HOSTILE, HOSTILE]);
  });

  it.each([
    ['a & b', 'a &amp; b'],
    ['<!here>', '&lt;!here&gt;'],
    ['&lt;', '&amp;lt;'],
    ['2*3', '2∗3'],
    ['~x', '∼x'],
    ['_private', '＿private'],
    // Within a word an underscore formats nothing, and identifiers have to stay whole.
    ['torch_xla', 'torch_xla'],
    ['plain', 'plain'],
  ])('%j is written %j', (text, written) => {
    expect(escapeText(text)).toBe(written);
  });

  it('leave bold and links whole, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), (text, url) => {
        expect(bold(text).slice(1, -1)).not.toContain('*');
        expect(link(text, url)).toMatch(/^<[^<>|]+\|[^<>|]*>$/);
      }),
    );
  });
});

describe('a version that was not checked', () => {
  const pinned = draw(['plain'], 'comparison', KNOWLEDGE, [['pytorch' as FrameworkId, '1.13']]);

  it('is told right under the verdict, and the cell is marked', () => {
    const told = 'Not checked for PyTorch 1.13: this is how it stands today.';
    expect(mrkdwnOf(pinned)[0]?.split('\n')).toEqual(['*Today: The verdict on plain.*', told]);
    expect(tablesOf(pinned)[0]?.at(-1)?.[0]).toBe('What pytorch does there. (today)');
    expect(pinned.text).toContain(told);
  });
});

describe('the table', () => {
  it('of one topic is one row, a cell for each framework, so that two columns share the width of a phone', () => {
    expect(tablesOf(draw(['support']))).toEqual([
      [
        ['PyTorch', 'TensorFlow'],
        ['Yes. So.', 'Not known. Who knows.'],
      ],
    ]);
  });

  it('of several topics has a row for each, in a word where that says it, and unknown is no "No"', () => {
    expect(tablesOf(draw(['support', 'plain']))).toEqual([
      [
        ['Topic', 'PyTorch', 'TensorFlow'],
        ['support', 'Yes', 'Not known'],
        ['plain', 'What pytorch does there.', 'What tensorflow does there.'],
      ],
    ]);
  });

  it('of several topics holds every fact in full once more is wanted', () => {
    expect(tablesOf(draw(['support', 'plain'], 'more'))[0]?.[1]).toEqual([
      'support',
      'Yes. So.',
      'Not known. Who knows.',
    ]);
  });

  it('cites in each cell its best sources, by the numbers of the list of sources', () => {
    const message = draw(['cited']);
    expect(citesOf(message)).toEqual([[], [], ['[1]', '[2]'], ['[2]']]);
    const listed = mrkdwnOf(draw(['cited'], 'source')).join('\n');
    for (const line of ['[1] First>', '[2] Second>', '[3] Third>']) expect(listed).toContain(line);
  });

  it('is left out where nothing is compared', () => {
    expect(tablesOf(draw(['words']))).toEqual([]);
    expect(faultsOf(draw(['words']))).toEqual([]);
  });
});

describe('several topics', () => {
  const message = draw(['support', 'plain']);

  it('each have their verdict under their name', () => {
    expect(mrkdwnOf(message)[0]?.split('\n')).toEqual([
      '*support*: The verdict on support.',
      '*plain*: The verdict on plain.',
    ]);
  });

  it('each have a button of their own for the rest', () => {
    const names = (message.blocks ?? []).flatMap(clickable).map((one) => one.type === 'button' && one.text.text);
    expect(names).toEqual(['support', 'plain']);
  });

  it('tell of each piece of code whose it is, and for which topic', () => {
    const said = mrkdwnOf(draw(['coded', 'plain'], 'code'));
    expect(said).toEqual(expect.arrayContaining(['*coded · PyTorch*', '*coded · TensorFlow*']));
    expect(mrkdwnOf(draw(['coded'], 'code'))).toEqual(expect.arrayContaining(['*PyTorch*', '*TensorFlow*']));
  });

  it('share one list of sources', () => {
    const lines = mrkdwnOf(draw(['support', 'plain'], 'source')).join('\n');
    expect(lines.split('[1] ')).toHaveLength(2);
  });
});

describe('what the article said', () => {
  const news = (id: string) => mrkdwnOf(draw([id])).join('\n');

  it('is told in one line where it no longer holds, with the day behind what is so now', () => {
    expect(news('outdated')).toContain('*Since the article*: It is otherwise. (2024)');
  });

  it('is not told again to a follow-up on one framework, which comes after it', () => {
    const slots = { topics: ['outdated' as TopicId], want: 'comparison', pins: [] } as const;
    const pytorch = ['pytorch' as FrameworkId];
    const found = compare({ ...slots, frameworks: pytorch, only: true }, [], KNOWLEDGE, TODAY);
    const message = answerMessage(found, { private: false });
    expect(mrkdwnOf(message).join('\n')).not.toContain('It is otherwise.');
    expect(message.text).toContain('It is otherwise.');
  });

  it('is left for More where nobody can check it: that tells nothing of today', () => {
    expect(news('unverifiable')).not.toContain('The picture is lost.');
    expect(draw(['unverifiable'], 'more').text).toContain('The picture is lost.');
  });
});

describe('charts', () => {
  it('are at most two to a message, with ratio and conditions in words', () => {
    const message = draw(['charts'], 'more');
    expect(types(message.blocks).filter((type) => type === 'data_visualization')).toHaveLength(2);
    expect(faultsOf(message)).toEqual([]);
    expect(mrkdwnOf(message).join('\n')).toContain('tensorflow is ahead of pytorch by 2.0 times: ResNet, 1x A.');
  });

  it('of rows that must not be compared are told in words, with the reason', () => {
    const message = draw(['not-comparable'], 'more');
    expect(types(message.blocks)).not.toContain('data_visualization');
    expect(mrkdwnOf(message).join('\n')).toContain('Not comparable with one another. Note on not.');
  });

  it.each(['not', 'alone', 'twins'])(
    'is not drawn from %s: a bar beside nothing, or two under one label, tells nothing',
    (id) => {
      const found = KNOWLEDGE.charts.find((each) => each.id === id);
      if (!found) throw new Error(id);
      expect(chartBlock(found)).toBeUndefined();
    },
  );

  const seriesOf = (rows: ReturnType<typeof row>[]) => {
    const [drawn] = smallKnowledge({
      charts: [chart('c', 'yes', rows)],
      sections: { one: { topics: [{ id: 'a', charts: ['c'] }] } },
    }).charts;
    const block = drawn && chartBlock(drawn);
    return block?.chart.series.map(({ name, data }) => [
      name,
      ...data.map((point) => `${point.label}: ${point.value}`),
    ]);
  };

  it('have a series for each framework, named by what its bars have in common', () => {
    expect(
      seriesOf([
        row('pytorch', 17, 'v2 PyTorch'),
        row('tensorflow', 16, 'v2 TensorFlow'),
        row('pytorch', 15, 'v3 PyTorch'),
        row('tensorflow', 14, 'v3 TensorFlow'),
      ]),
    ).toEqual([
      ['PyTorch', 'v2: 17', 'v3: 15'],
      ['TensorFlow', 'v2: 16', 'v3: 14'],
    ]);
  });

  it('of one bar for each framework group them over the machine they ran on', () => {
    expect(seriesOf([row('pytorch', 1, 'PyTorch 21.03'), row('tensorflow', 2, 'TF 1.15')])).toEqual([
      ['PyTorch 21.03', '1x A: 1'],
      ['TF 1.15', '1x A: 2'],
    ]);
  });

  it('keep one colour where a framework would lack a bar, for a gap looks like a nought', () => {
    expect(
      seriesOf([row('pytorch', 1, 'eager'), row('pytorch', 2, 'compiled'), row('tensorflow', 3, 'Keras')]),
    ).toEqual([['images/s', 'eager: 1', 'compiled: 2', 'Keras: 3']]);
  });

  it('that is not drawn loses none of its figures in the text', () => {
    expect(draw(['charts'], 'more').text).toContain('- tensorflow: 2 images/s');
  });
});

describe('long texts', () => {
  it('go into as few sections as hold them, cut only at the end of a line', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `${at} ${'x'.repeat(400)}`);
    const texts = sections(lines).map((section) => section.text?.text ?? '');
    expect(texts.join('\n').split('\n')).toEqual(lines);
    expect(texts).toHaveLength(3);
  });

  it('that are cut say so', () => {
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(cut('abcd', 4)).toBe('abcd');
    expect(cut('ab  cdef', 5)).toBe('ab…');
  });

  it('of any kind make a message that Slack takes', () => {
    const line = fc.string({ minLength: 1, maxLength: 4000, unit: 'grapheme' }).filter((text) => text.trim() !== '');
    const ref = line.map((title) => ({ section: 's', topic: 't', title: title.slice(0, 60) || 'T' }));
    const answers: fc.Arbitrary<unknown> = fc.oneof(
      fc.record({
        kind: fc.constant('unknown'),
        lead: fc.array(line, { maxLength: 3 }),
        understood: fc.array(line, { maxLength: 5 }),
        nearest: fc.array(fc.record({ ref, why: line }), { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('choices'),
        lead: fc.array(line, { maxLength: 3 }),
        choices: fc.array(ref, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('why'), lines: fc.array(line, { maxLength: 12 }) }),
      fc.record({
        kind: fc.constant('topics'),
        sections: fc.array(fc.record({ title: line, topics: fc.array(ref, { maxLength: 80 }) }), {
          minLength: 1,
          maxLength: 60,
        }),
      }),
    );
    fc.assert(
      fc.property(answers, (answer) => {
        expect(faultsOf(answerMessage(answer as Answer, { private: false }))).toEqual([]);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  it('of a whole knowledge folder at Slack’s limits fall back to the text', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      title: `Section ${at}`,
      topics: [{ section: 's', topic: 't', title: 'T' }],
    }));
    const message = answerMessage({ kind: 'topics', sections: many } as unknown as Answer, { private: false });
    expect(message.blocks === undefined || message.blocks.length <= 50).toBe(true);
    expect(message.text).toContain('Section 59');
  });
});

describe('notices', () => {
  it('offer to remove an answer, and say whose share it is', () => {
    const offer = removalOffer({ channel: 'C0', ts: '1.5', asker: 'U0ADA', of: 'k' });
    expect(refuseBlocks(offer.blocks, 'message')).toBeUndefined();
    const shared = sharedBy(draw(['plain']), 'U0ADA');
    expect(refuseBlocks(shared.blocks, 'message')).toBeUndefined();
    expect(shared.text).toMatch(/Shared by <@U0ADA>$/);
  });
});
