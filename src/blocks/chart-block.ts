import type { Chart } from '../knowledge/model.ts';
import { oneSeries, type Series, seriesByFramework } from './chart-series.ts';
import { cut, LIMITS } from './limits.ts';

/**
 * Slack's native chart block, missing from @slack/types 3.2, so typed here and only here
 * (https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block, read 2026-11-22). Every series has one
 * point for each category, told apart by label.
 */
export interface DataVisualizationBlock {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly Series[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label?: string;
      readonly y_label?: string;
    };
  };
}

/** A bar chart of rows that may be compared; undefined for rows that must not be, or that are too few to draw. */
export function chartBlock(chart: Chart): DataVisualizationBlock | undefined {
  if (chart.comparable === 'no' || chart.rows.length < 2) return undefined;
  const { series, categories } = seriesByFramework(chart) ?? oneSeries(chart);
  if (new Set(categories).size < categories.length) return undefined;
  const better = chart.better === undefined ? '' : `, ${chart.better} is better`;
  return {
    type: 'data_visualization',
    title: cut(chart.title, LIMITS.chartTitle),
    chart: {
      type: 'bar',
      series,
      axis_config: { categories, y_label: cut(`${chart.unit}${better}`, LIMITS.chartAxisLabel) },
    },
  };
}
