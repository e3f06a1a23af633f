import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { blockId } from './text.ts';

const label = z.string().min(1).max(LIMITS.chartLabel);
const point = z.strictObject({ label, value: z.number() });

const series = z.strictObject({ name: label, data: z.array(point).min(1).max(LIMITS.chartPoints) });

const cartesian = z
  .strictObject({
    type: z.enum(['bar', 'line', 'area']),
    series: z.array(series).min(1).max(LIMITS.chartSeries),
    axis_config: z.strictObject({
      categories: z.array(label).min(1).max(LIMITS.chartPoints),
      x_label: z.string().max(LIMITS.chartAxisLabel).optional(),
      y_label: z.string().max(LIMITS.chartAxisLabel).optional(),
    }),
  })
  .superRefine((chart, context) => {
    const { categories } = chart.axis_config;
    if (new Set(categories).size < categories.length)
      context.addIssue({ code: 'custom', path: ['axis_config', 'categories'], message: 'must be unique' });
    if (new Set(chart.series.map((one) => one.name)).size < chart.series.length)
      context.addIssue({ code: 'custom', path: ['series'], message: 'series names must be unique' });
    chart.series.forEach((one, index) => {
      // One point for each category and no other: that is how Slack lines the series up.
      const labels = one.data.map((each) => each.label).sort();
      if (labels.join('\n') !== [...categories].sort().join('\n'))
        context.addIssue({ code: 'custom', path: ['series', index, 'data'], message: 'must match the categories' });
    });
  });

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(LIMITS.chartSeries),
});

export const dataVisualizationBlock = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: blockId,
  title: z.string().min(1).max(LIMITS.chartTitle),
  chart: z.union([cartesian, pie]),
});
