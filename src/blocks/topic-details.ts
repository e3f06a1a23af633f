import type { KnownBlock } from '@slack/types';
import type { TopicView } from '../answer/answer.ts';
import { sayDate } from '../answer/phrases.ts';
import { changedLine, claimLine, disputeLine } from '../answer/plain-text.ts';
import type { ClaimVerdict } from '../knowledge/model.ts';
import { bold, escapeText } from './mrkdwn.ts';
import { codeBlock, sections } from './pieces.ts';

/** How much of a topic is shown below the table: all there is, one line of news, or only what must not be missed. */
export type Detail = 'whole' | 'short' | 'warnings';

/** What an answer says of one topic beside its verdict and its cells; under its title where there are several. */
export function detailBlocks(topic: TopicView, detail: Detail, titled: boolean): KnownBlock[] {
  const lines = [
    ...(topic.banner ? [`:warning: ${escapeText(topic.banner)}`] : []),
    ...(topic.draft ? [`:memo: ${escapeText(`A draft that nobody has checked yet (${topic.draft}).`)}`] : []),
    ...topic.notes.map(escapeText),
    ...LINES[detail](topic),
  ];
  const { title } = topic.ref;
  const heading = (name: string) => bold(titled ? `${title} · ${name}` : name);
  const code =
    topic.code?.snippets.flatMap(({ name, code: text }) => [...sections([heading(name)]), codeBlock(text)]) ?? [];
  const note = topic.code?.note ? sections([escapeText(topic.code.note)]) : [];
  return [...sections(titled && lines.length > 0 ? [bold(title), ...lines] : lines), ...code, ...note];
}

const LINES: Readonly<Record<Detail, (topic: TopicView) => readonly string[]>> = {
  whole: wholeLines,
  short: shortLines,
  warnings: () => [],
};

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
  const claim = topic.claims.find((each) => each.now !== undefined && NEWS.has(each.verdict));
  const moment = (since: string | undefined) => (since === undefined ? '' : ` (${sayDate(since)})`);
  const news = claim
    ? [`${bold(NEWS.get(claim.verdict) ?? '')}: ${escapeText(claim.now ?? '')}${moment(claim.since)}`]
    : topic.changed
      ? [`${bold('Changed last')}: ${escapeText(topic.changed.says)}${moment(topic.changed.since)}`]
      : [];
  const disputes = topic.disputed.length;
  return [
    ...news,
    ...(disputes > 0
      ? [`${bold('Sources disagree')}: ${disputes} claims, each with its date and method, under More.`]
      : []),
  ];
}

/** What holds still is no news, and what cannot be checked tells nothing of today. */
const NEWS: ReadonlyMap<ClaimVerdict, string> = new Map([
  ['outdated', 'Since the article'],
  ['wrong even then', 'The article was wrong here'],
]);
