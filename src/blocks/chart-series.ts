import type { Chart, ChartRow } from '../knowledge/model.ts';
import { cut, LIMITS } from './limits.ts';

export interface Series {
  readonly name: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
}

export interface Bars {
  readonly series: readonly Series[];
  /** Slack wants one point of each series in each of them. */
  readonly categories: readonly string[];
}

/**
 * A series, and so a colour, for each framework, where each has as many rows as the others. Words that all rows of a
 * framework share name its series ("PyTorch"), words that the frameworks share name the category ("v2.1"). Undefined where
 * the rows do not line up: a missing bar would look like a nought.
 */
export function seriesByFramework(chart: Chart): Bars | undefined {
  const groups = [...new Set(chart.rows.map((row) => row.framework))].map((id) =>
    chart.rows.filter((row) => row.framework === id),
  );
  const [first = []] = groups;
  if (groups.length < 2 || groups.length > LIMITS.chartSeries || first.length > LIMITS.chartPoints) return undefined;
  if (groups.some((group) => group.length !== first.length)) return undefined;
  const across = first.map((_, at) => sharedWords(groups.flatMap((group) => group[at] ?? [])));
  // One row each: where it was measured is what they have in common.
  const categories = first.length === 1 ? [placeOf(chart)] : across;
  const names = groups.map(sharedWords);
  if ([...names, ...categories].includes('') || new Set(names).size < names.length) return undefined;
  if (new Set(categories).size < categories.length) return undefined;
  const series = groups.map((group, of) => ({
    name: names[of] ?? '',
    data: group.map((row, at) => ({ label: categories[at] ?? '', value: row.value })),
  }));
  return { series, categories };
}

/** All rows in one colour, each named below its bar. */
export function oneSeries(chart: Chart): Bars {
  const data = chart.rows
    .slice(0, LIMITS.chartPoints)
    .map((row) => ({ label: cut(row.short, LIMITS.chartLabel), value: row.value }));
  return {
    series: [{ name: cut(chart.unit, LIMITS.chartLabel), data }],
    categories: data.map((point) => point.label),
  };
}

function sharedWords(rows: readonly ChartRow[]): string {
  const [first = [], ...rest] = rows.map((row) => row.short.split(' '));
  return first.filter((word) => rest.every((words) => words.includes(word))).join(' ');
}

/** The hardware, without what stands in brackets when that would be too long for a label. */
function placeOf({ hardware }: Chart): string {
  const short = hardware.length > LIMITS.chartLabel ? hardware.replace(/\s*\(.*$/, '') : hardware;
  return cut(short, LIMITS.chartLabel);
}
