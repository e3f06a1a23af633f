import type { KnownBlock } from '@slack/types';
import { chartLines, ratioLine } from '../answer/chart-words.ts';
import type { Chart } from '../knowledge/model.ts';
import { chartBlock } from './chart-block.ts';
import { LIMITS } from './limits.ts';
import { escapeText } from './mrkdwn.ts';
import { sections } from './pieces.ts';

/** Charts of comparable rows are drawn; rows that must not be compared are told in words, with the reason. */
export function chartBlocks(charts: readonly Chart[], whole: boolean): KnownBlock[] {
  const drawn = charts.flatMap((chart) => {
    const block = chartBlock(chart);
    return block ? [{ chart, block }] : [];
  });
  const shown = drawn.slice(0, LIMITS.chartsPerMessage);
  const told = charts.filter((chart) => !drawn.some((each) => each.chart === chart));
  return [
    ...shown.flatMap(({ chart, block }) => [
      // Known to Slack, not yet to @slack/types: the one place where that is said.
      block as unknown as KnownBlock,
      ...sections(
        [ratioLine(chart), whole ? chart.note : undefined].flatMap((line) => (line ? [escapeText(line)] : [])),
      ),
    ]),
    ...(whole ? told.slice(0, 1).flatMap((chart) => sections(chartLines(chart).map(escapeText))) : []),
  ];
}
