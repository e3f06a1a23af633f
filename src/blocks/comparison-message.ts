import type { Button, KnownBlock } from '@slack/types';
import type { ComparisonAnswer, Slots, TopicView, Want } from '../answer/answer.ts';
import { chartLines, ratioLine } from '../answer/chart-words.ts';
import { sayDate } from '../answer/phrases.ts';
import { changedLine, claimLine, disputeLine } from '../answer/plain-text.ts';
import type { ClaimVerdict } from '../knowledge/model.ts';
import { chartBlock } from './chart-block.ts';
import { comparisonTable } from './comparison-table.ts';
import { ACTIONS } from './ids.ts';
import { cut, LIMITS } from './limits.ts';
import { bold, escapeText, link } from './mrkdwn.ts';
import { actions, button, codeBlock, context, sections } from './pieces.ts';

/** Sources that a context line names; more are a click away. */
const MOST_LINKS = 1;

/** A row of buttons that a phone shows without a second one, or with a short one. */
const MOST_BUTTONS = 4;

/** Longer titles of related topics would fill a phone's row alone. */
const SHORT_TITLE = 28;

/** The blocks of an answer: the verdict, the table, what changed, where it is from, what to do next. */
export function comparisonBlocks(answer: ComparisonAnswer, shareable: boolean): KnownBlock[] {
  const table = comparisonTable(answer);
  const whole = WHOLE.has(answer.want);
  return [
    ...sections([...answer.lead.map(escapeText), ...answer.topics.map((topic) => bold(topic.verdict))]),
    ...(table ? [table] : []),
    ...answer.topics.flatMap((topic) => detailBlocks(topic, answer, whole)),
    ...chartBlocks(answer, whole),
    context([contextLine(answer)]),
    ...actions(buttonsFor(answer, shareable)),
  ];
}

/** Wants that show all there is; the others fit one phone screen, with the rest behind More and in the plain text. */
const WHOLE: ReadonlySet<Want> = new Set<Want>(['more', 'source', 'freshness']);

function detailBlocks(topic: TopicView, answer: ComparisonAnswer, whole: boolean): KnownBlock[] {
  const lines = [
    ...(topic.banner ? [`:warning: ${escapeText(topic.banner)}`] : []),
    ...(topic.draft ? [`:memo: ${escapeText(`A draft that nobody has checked yet (${topic.draft}).`)}`] : []),
    ...topic.notes.map(escapeText),
    ...(whole ? wholeLines(topic) : shortLines(topic)),
    ...(answer.want === 'source' ? sourceList(answer) : []),
  ];
  const code =
    topic.code?.snippets.flatMap(({ name, code: text }) => [...sections([bold(name)]), codeBlock(text)]) ?? [];
  const note = topic.code?.note ? sections([escapeText(topic.code.note)]) : [];
  return [...sections(lines), ...code, ...note];
}

function wholeLines(topic: TopicView): readonly string[] {
  return [
    ...(topic.changed ? [escapeText(changedLine(topic.changed))] : []),
    ...topic.claims.map((claim) => escapeText(claimLine(claim))),
    ...(topic.disputed.length > 0
      ? [bold('Sources disagree'), ...topic.disputed.map((dispute) => `• ${escapeText(disputeLine(dispute))}`)]
      : []),
  ];
}

/** What no longer holds of the article, in one line, and that sources disagree, if they do. */
function shortLines(topic: TopicView): readonly string[] {
  const claim = topic.claims.find((each) => each.now !== undefined && each.verdict !== 'still true');
  const since = (moment: string | undefined) => (moment === undefined ? '' : ` (${sayDate(moment)})`);
  const news = claim
    ? [`${bold(SINCE[claim.verdict])}${since(claim.since)}: ${escapeText(claim.now ?? '')}`]
    : topic.changed
      ? [`${bold('Changed last')}${since(topic.changed.since)}: ${escapeText(topic.changed.says)}`]
      : [];
  const disputes = topic.disputed.length;
  return [
    ...news,
    ...(disputes > 0
      ? [`${bold('Sources disagree')}: ${disputes} claims, each with its date and method, under More.`]
      : []),
  ];
}

const SINCE: Readonly<Record<ClaimVerdict, string>> = {
  'still true': 'Still so',
  outdated: 'Since the article',
  'wrong even then': 'The article was wrong here',
  unverifiable: 'The article cannot be checked here',
};

/** Charts of comparable rows are drawn; rows that must not be compared are told in words, with the reason. */
function chartBlocks(answer: ComparisonAnswer, whole: boolean): KnownBlock[] {
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
      ...sections(
        [ratioLine(chart), whole ? chart.note : undefined].flatMap((line) => (line ? [escapeText(line)] : [])),
      ),
    ]),
    ...(whole ? told.slice(0, 1).flatMap((chart) => sections(chartLines(chart).map(escapeText))) : []),
  ];
}

/** What was understood, where it is from, and how old that is. */
function contextLine(answer: ComparisonAnswer): string {
  const understood = escapeText(answer.breadcrumb.join(' › '));
  return [understood, sourcesLine(answer), `read ${sayDate(answer.checked)}`].filter((part) => part !== '').join(' · ');
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
  return [...links.slice(0, MOST_LINKS), ...(rest > 0 ? [`and ${rest} more`] : [])].join(' ');
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
  const share = shareable ? [button(ACTIONS.share, 'Share', ask({}), `Share in channel: ${topic.ref.title}`)] : [];
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
