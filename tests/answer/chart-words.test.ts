import { describe, expect, it } from 'vitest';
import { chartLines, ratioLine, sayFigure } from '../../src/answer/chart-words.ts';
import type { Chart } from '../../src/knowledge/model.ts';
import { smallKnowledge } from '../knowledge/builder.ts';

type Row = {
  readonly framework: string;
  readonly value: number;
  readonly label?: string;
  readonly workload?: string;
  readonly date?: string;
};

function chartOf(rows: readonly Row[], change: Partial<Pick<Chart, 'better' | 'comparable' | 'note'>> = {}): Chart {
  const { charts } = smallKnowledge({
    sections: { one: { topics: [{ id: 'a' }] } },
    charts: [
      {
        id: 'c',
        title: 'Training',
        metric: 'throughput',
        unit: 'images/s',
        workload: 'ResNet-50',
        hardware: '1x A100',
        comparable: 'yes',
        note: 'One machine.',
        rows: rows.map((row) => ({ label: row.framework, short: row.framework, sources: ['page'], ...row })),
        better: 'higher',
        ...change,
      },
    ],
  });
  const [chart] = charts;
  if (!chart) throw new Error('no chart');
  return chart;
}

describe('the ratio', () => {
  const [slow, fast] = [
    { framework: 'pytorch', value: 100 },
    { framework: 'tensorflow', value: 150 },
  ];

  it('names the one ahead, by how much, and under which conditions', () => {
    expect(ratioLine(chartOf([slow, fast]))).toBe('tensorflow is ahead of pytorch by 1.5 times: ResNet-50, 1x A100.');
  });

  it('turns round where lower is better', () => {
    expect(ratioLine(chartOf([slow, fast], { better: 'lower' }))).toBe(
      'pytorch is ahead of tensorflow by 1.5 times: ResNet-50, 1x A100.',
    );
  });

  it('is hedged where the rows compare only roughly', () => {
    expect(ratioLine(chartOf([slow, fast], { comparable: 'roughly' }))).toContain('by roughly 1.5 times');
  });

  it('is none where the rows must not be compared', () => {
    expect(ratioLine(chartOf([slow, fast], { comparable: 'no' }))).toBeUndefined();
  });

  it('is between frameworks, not between two rows of one', () => {
    expect(ratioLine(chartOf([{ ...slow, value: 300 }, { ...slow, value: 200 }, fast]))).toContain(
      'pytorch is ahead of tensorflow by 2.0 times',
    );
    expect(ratioLine(chartOf([slow, { ...slow, value: 5 }]))).toBeUndefined();
  });

  it('calls a difference of a hundredth a par', () => {
    expect(ratioLine(chartOf([slow, { ...fast, value: 101 }]))).toContain('is on a par with');
  });

  it('does not divide by nothing', () => {
    expect(ratioLine(chartOf([{ ...slow, value: 0 }, fast]))).toBeUndefined();
  });
});

describe('a chart in words', () => {
  it('holds every figure with its date, or says that it has none', () => {
    const lines = chartLines(
      chartOf([
        { framework: 'pytorch', value: 1234.5, date: '2021-03' },
        { framework: 'tensorflow', value: 1.23456, workload: 'ResNet-101' },
      ]),
    );
    expect(lines).toContain('- pytorch: 1,234.5 images/s (Mar 2021)');
    expect(lines).toContain('- tensorflow: 1.235 images/s (ResNet-101, undated)');
  });

  it('says when the rows are not comparable, and why', () => {
    const lines = chartLines(
      chartOf(
        [
          { framework: 'pytorch', value: 1 },
          { framework: 'tensorflow', value: 2 },
        ],
        { comparable: 'no', note: 'Different models.' },
      ),
    );
    expect(lines.at(-1)).toBe('Not comparable with one another. Different models.');
    expect(lines.join('\n')).not.toContain('ahead');
  });
});

it.each([
  [1200, '1,200'],
  [0.5, '0.5'],
  [12.3456, '12.35'],
  [1234567, '1,234,570'],
  [0, '0'],
])('the figure %d is written %s', (value, written) => {
  expect(sayFigure(value)).toBe(written);
});
