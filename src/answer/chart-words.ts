import type { Chart } from '../knowledge/model.ts';
import { sayDate } from './phrases.ts';

/** A figure as people write it: at most four significant digits, thousands set apart. */
export function sayFigure(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: value >= 1000 ? 6 : 4 });
}

/** "1.8 times" from half as much again on, "6 percent" below. */
const sayRatio = (ratio: number): string =>
  ratio >= 1.5 ? `${ratio.toFixed(1)} times` : `${Math.round((ratio - 1) * 100)} percent`;

/**
 * The ratio between the best row of one framework and the best of another, in words, with its conditions. Undefined when
 * the rows must not be compared, or only one framework has any.
 */
export function ratioLine(chart: Chart): string | undefined {
  if (chart.comparable === 'no' || chart.better === undefined) return undefined;
  const better = chart.better === 'higher' ? 1 : -1;
  const rows = [...chart.rows].filter((row) => row.value > 0).sort((a, b) => better * (b.value - a.value));
  const [first] = rows;
  const second = rows.find((row) => row.framework !== first?.framework);
  if (!first || !second) return undefined;
  const ratio = Math.max(first.value, second.value) / Math.min(first.value, second.value);
  const hedge = chart.comparable === 'roughly' ? 'roughly ' : '';
  const verb =
    ratio < 1.02 ? `is on a par with ${second.label}` : `is ahead of ${second.label} by ${hedge}${sayRatio(ratio)}`;
  return `${first.label} ${verb}: ${chart.workload}, ${chart.hardware}.`;
}

/** A chart in words: what was measured where, every figure, the ratio, and what to beware of. */
export function chartLines(chart: Chart): readonly string[] {
  const ratio = ratioLine(chart);
  const better = chart.better === undefined ? '' : `; ${chart.better} is better`;
  return [
    `${chart.title}: ${chart.metric} in ${chart.unit}${better}. ${chart.workload}, ${chart.hardware}.`,
    ...chart.rows.map((row) => {
      const aside = [row.workload, row.hardware, row.date === undefined ? 'undated' : sayDate(row.date)]
        .filter(Boolean)
        .join(', ');
      return `- ${row.label}: ${sayFigure(row.value)} ${chart.unit} (${aside})`;
    }),
    ...(ratio ? [ratio] : []),
    chart.comparable === 'no' ? `Not comparable with one another. ${chart.note}` : chart.note,
  ];
}
