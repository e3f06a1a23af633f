import type { Button, KnownBlock } from '@slack/types';
import type { ComparisonAnswer, Slots, TopicView } from '../answer/answer.ts';
import { chartLines, ratioLine } from '../answer/chart-words.ts';
import { sayDate } from '../answer/phrases.ts';
import { changedLine, checkedLine, claimLine, disputeLine } from '../answer/plain-text.ts';
import { chartBlock } from './chart-block.ts';
import { comparisonTable } from './comparison-table.ts';
import { ACTIONS } from './ids.ts';
import { cut, LIMITS } from './limits.ts';
import { bold, escapeText, link } from './mrkdwn.ts';
import { actions, button, codeBlock, context, sections } from './pieces.ts';

/** Sources that a context line names; more are a click away. */
const MOST_LINKS = 2;

/** A row of buttons that a phone shows without a second one, or with a short one. */
const MOST_BUTTONS = 4;

/** Longer titles of related topics would fill a phone's row alone. */
const SHORT_TITLE = 28;

/** The blocks of an answer: the verdict, the table, what changed, where it is from, what to do next. */
export function comparisonBlocks(answer: ComparisonAnswer, shareable: boolean): KnownBlock[] {
  const table = comparisonTable(answer);
  return [
    ...sections([...answer.lead.map(escapeText), ...answer.topics.map((topic) => bold(topic.verdict))]),
    ...(table ? [table] : []),
    ...answer.topics.flatMap((topic) => detailBlocks(topic, answer)),
    ...chartBlocks(answer),
    context([...new Set([escapeText(checkedLine(answer)), sourcesLine(answer)])].filter((line) => line !== '')),
    ...actions(buttonsFor(answer, shareable)),
  ];
}

function detailBlocks(topic: TopicView, answer: ComparisonAnswer): KnownBlock[] {
  const lines = [
    ...(topic.banner ? [`:warning: ${escapeText(topic.banner)}`] : []),
    ...(topic.draft ? [`:memo: ${escapeText(`A draft that nobody has checked yet (${topic.draft}).`)}`] : []),
    ...topic.notes.map(escapeText),
    ...(topic.changed ? [escapeText(changedLine(topic.changed))] : []),
    ...topic.claims.map((claim) => escapeText(claimLine(claim))),
    ...(topic.disputed.length > 0
      ? [bold('Sources disagree'), ...topic.disputed.map((dispute) => `• ${escapeText(disputeLine(dispute))}`)]
      : []),
    ...(answer.want === 'source' ? sourceList(answer) : []),
  ];
  const code =
    topic.code?.snippets.flatMap(({ name, code: text }) => [...sections([bold(name)]), codeBlock(text)]) ?? [];
  const note = topic.code?.note ? sections([escapeText(topic.code.note)]) : [];
  return [...sections(lines), ...code, ...note];
}

/** Charts of comparable rows are drawn; rows that must not be compared are told in words, with the reason. */
function chartBlocks(answer: ComparisonAnswer): KnownBlock[] {
  const charts = answer.topics.flatMap((topic) => topic.charts);
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
      ...sections([ratioLine(chart), chart.note].filter((line) => line !== undefined).map(escapeText)),
    ]),
    ...(shown.length > 0 ? [] : told.slice(0, 1).flatMap((chart) => sections(chartLines(chart).map(escapeText)))),
  ];
}

function sourceList(answer: ComparisonAnswer): readonly string[] {
  return answer.sources.map((source) => {
    const title = source.url ? link(source.title, source.url) : escapeText(source.title);
    const page = source.as_of ? `, page of ${sayDate(source.as_of)}` : '';
    return `• ${title} (read ${sayDate(source.read)}${page})`;
  });
}

function sourcesLine(answer: ComparisonAnswer): string {
  if (answer.want === 'source') return '';
  const links = answer.sources.flatMap((source) =>
    source.url ? [link(source.title, source.url)] : [escapeText(source.title)],
  );
  const rest = links.length - MOST_LINKS;
  return [...links.slice(0, MOST_LINKS), ...(rest > 0 ? [`and ${rest} more`] : [])].join(' · ');
}

function buttonsFor(answer: ComparisonAnswer, shareable: boolean): readonly Button[] {
  const [topic] = answer.topics;
  const ask = (change: Partial<Slots>) => JSON.stringify({ ...answer.slots, ...change });
  const code =
    topic.hasCode && answer.want !== 'code'
      ? [button(ACTIONS.showCode, 'Code', ask({ want: 'code' }), `Show code for ${topic.ref.title}`)]
      : [];
  const more =
    topic.hasMore && answer.want !== 'more'
      ? [button(ACTIONS.showMore, 'More', ask({ want: 'more' }), `Show more of ${topic.ref.title}`)]
      : [];
  // Where there is more to see, its sources are one click behind that.
  const source =
    more.length === 0 && answer.want !== 'source' && answer.sources.length > MOST_LINKS
      ? [button(ACTIONS.showSources, 'Sources', ask({ want: 'source' }), 'Show all sources')]
      : [];
  const share = shareable
    ? [button(ACTIONS.share, 'Share in channel', ask({}), `Share in channel: ${topic.ref.title}`)]
    : [];
  const room = MOST_BUTTONS - share.length - code.length - more.length - source.length;
  const related = [...topic.related]
    .sort((a, b) => Number(a.title.length > SHORT_TITLE) - Number(b.title.length > SHORT_TITLE))
    .slice(0, Math.min(room, 2))
    .map((ref, at) =>
      button(
        `${ACTIONS.showTopic}-${at + 1}`,
        cut(ref.title, SHORT_TITLE),
        ask({ topics: [ref.topic], want: 'comparison' }),
        `Compare ${ref.title}`,
      ),
    );
  return [...share, ...code, ...more, ...related, ...source];
}
