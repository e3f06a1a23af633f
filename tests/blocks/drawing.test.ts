import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { compare } from '../../src/answer/comparison.ts';
import { answerMessage } from '../../src/blocks/answer-message.ts';
import { chartBlock } from '../../src/blocks/chart-block.ts';
import { cut } from '../../src/blocks/limits.ts';
import { bold, escapeText, link } from '../../src/blocks/mrkdwn.ts';
import { removalOffer, sharedBy } from '../../src/blocks/notices.ts';
import { sections } from '../../src/blocks/pieces.ts';
import type { Chart, Knowledge, TopicId } from '../../src/knowledge/model.ts';
import { refuseBlocks } from '../../src/playground/blocks/check.ts';
import type { Want } from '../../src/question/wants.ts';
import { smallKnowledge, TODAY } from '../knowledge/builder.ts';
import { faultsOf, mrkdwnOf, tablesOf } from './pretend-slack.ts';

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
        { id: 'plain' },
        { id: 'words', cells: {}, notes: [{ says: 'Nothing to compare.', sources: ['page'] }] },
      ],
    },
  },
  sources: { page: { title: 'A <page> | with *marks*' } },
});

const draw = (topics: readonly string[], want: Want = 'comparison', knowledge: Knowledge = KNOWLEDGE) =>
  answerMessage(
    compare(
      { topics: topics.map((id) => id as TopicId), frameworks: [], only: false, want, pins: [] },
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

describe('the table', () => {
  it('of one topic is one row, a cell for each framework, so that two columns share the width of a phone', () => {
    expect(tablesOf(draw(['support']))).toEqual([
      [
        ['PyTorch', 'TensorFlow'],
        ['Yes. So.', 'Not known. Who knows.'],
      ],
    ]);
  });

  it('of several topics has a row for each', () => {
    expect(tablesOf(draw(['support', 'plain']))).toEqual([
      [
        ['Topic', 'PyTorch', 'TensorFlow'],
        ['support', 'Yes. So.', 'Not known. Who knows.'],
        ['plain', 'What pytorch does there.', 'What tensorflow does there.'],
      ],
    ]);
  });

  it('is left out where nothing is compared', () => {
    expect(tablesOf(draw(['words']))).toEqual([]);
    expect(faultsOf(draw(['words']))).toEqual([]);
  });
});

describe('charts', () => {
  it('are at most two to a message, with ratio and conditions in words', () => {
    const message = draw(['charts'], 'more');
    expect(types(message.blocks).filter((type) => type === 'data_visualization')).toHaveLength(2);
    expect(faultsOf(message)).toEqual([]);
    expect(mrkdwnOf(message).join('\n')).toContain('tensorflow is ahead of pytorch by 2.0 times (ResNet, 1x A).');
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
