import type { KnownBlock } from '@slack/types';
import type { ComparisonAnswer, Want } from '../answer/answer.ts';
import { sayUnchecked } from '../answer/phrases.ts';
import { chartBlocks } from './charts.ts';
import { comparisonButtons } from './comparison-buttons.ts';
import { comparisonTable } from './comparison-table.ts';
import { bold, escapeText } from './mrkdwn.ts';
import { actions, context, sections } from './pieces.ts';
import { contextLine, sourceList } from './source-lines.ts';
import { type Detail, detailBlocks } from './topic-details.ts';

/** The blocks of an answer: the verdict, the table, what changed, where it is from, what to do next. */
export function comparisonBlocks(answer: ComparisonAnswer, shareable: boolean): KnownBlock[] {
  const table = comparisonTable(answer);
  const unchecked = sayUnchecked(answer.unchecked);
  const several = answer.topics.length > 1;
  // Of several topics each has a button for the rest; a follow-up on one framework comes after the news.
  const brief = several || answer.slots.only;
  const detail: Detail = WHOLE.has(answer.want) ? 'whole' : brief ? 'warnings' : 'short';
  return [
    ...sections([
      ...answer.lead.map(escapeText),
      ...answer.topics.map(({ ref, verdict }) =>
        several ? `${bold(ref.title)}: ${escapeText(verdict)}` : bold(verdict),
      ),
      ...(unchecked ? [escapeText(unchecked)] : []),
    ]),
    ...(table ? [table] : []),
    ...answer.topics.flatMap((topic) => detailBlocks(topic, detail, several)),
    ...(detail === 'warnings'
      ? []
      : chartBlocks(
          answer.topics.flatMap((topic) => topic.charts),
          detail === 'whole',
        )),
    ...(answer.want === 'source' ? sections(sourceList(answer)) : []),
    context([contextLine(answer)]),
    ...actions(comparisonButtons(answer, shareable)),
  ];
}

/** Wants that show all there is; the others fit one phone screen, with the rest behind More and in the plain text. */
const WHOLE: ReadonlySet<Want> = new Set<Want>(['more', 'source', 'freshness']);
