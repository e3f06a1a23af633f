import type { Claim, Dispute, Source } from '../knowledge/model.ts';
import type { Answer, ComparisonAnswer, TopicView } from './answer.ts';
import { chartLines } from './chart-words.ts';
import { DEPTHS } from './depth.ts';
import { helpLines } from './help-words.ts';
import { sayCell, sayCoverage, sayDate, sayUnchecked, sayVerdict } from './phrases.ts';
import { refusalLines } from './refusal-words.ts';

/**
 * The whole answer as plain text: the first line answers, then the comparison, then what the article said and what is
 * true now, then where it is from. It is what a screen reader gets, the terminal prints, and Slack falls back to.
 */
export function plainText(answer: Answer): string {
  switch (answer.kind) {
    case 'answer':
      return comparisonText(answer);
    case 'choices':
      return [
        ...answer.lead,
        'Which of these do you mean?',
        ...answer.choices.map((choice) => `- ${choice.title}`),
      ].join('\n');
    case 'unknown':
      return refusalLines(answer).join('\n');
    case 'help':
      return helpLines(answer).join('\n');
    case 'topics':
      return [
        `I know ${sayCoverage(answer.sections)}:`,
        ...answer.sections.map(({ title, topics }) => `${title}: ${topics.map((topic) => topic.title).join('; ')}.`),
      ].join('\n');
    case 'why':
      return answer.lines.length > 0 ? answer.lines.join('\n') : NOTHING_TO_EXPLAIN;
    case 'done':
      return DONE[answer.did];
    case 'silent':
      return '';
  }
}

export const DONE: Readonly<Record<Extract<Answer, { kind: 'done' }>['did'], string>> = {
  muted: 'Muted in this thread. Say "unmute" or mention me to bring me back.',
  unmuted: 'I answer follow-ups in this thread again.',
  left: 'I have left this thread. Mention me to bring me back.',
  'no-thread': 'That works only in a thread in which I have answered: say it there.',
};

export const NOTHING_TO_EXPLAIN = 'There is nothing yet that I could explain here. Ask me something first.';

function comparisonText(answer: ComparisonAnswer): string {
  const unchecked = sayUnchecked(answer.unchecked);
  const [verdict = '', ...rest] = answer.topics.flatMap((topic) => topicLines(topic, answer));
  return [
    ...answer.lead,
    verdict,
    ...(unchecked ? [unchecked] : []),
    ...rest,
    checkedLine(answer),
    ...sourceLines(answer.sources, DEPTHS[answer.want].sources),
  ].join('\n');
}

function topicLines(topic: TopicView, answer: ComparisonAnswer): readonly string[] {
  const cells = topic.cells.map((cell, at) => `${answer.columns[at]?.name ?? ''}: ${sayCell(cell)}`);
  return [
    topic.verdict,
    ...(answer.topics.length > 1 ? [`${topic.ref.title}:`] : []),
    ...cells,
    ...topic.notes,
    ...(topic.banner ? [topic.banner] : []),
    ...(topic.draft ? [`A draft that nobody has checked yet (${topic.draft}).`] : []),
    ...(topic.changed ? [changedLine(topic.changed)] : []),
    ...topic.claims.map(claimLine),
    ...(topic.disputed.length > 0
      ? ['Sources disagree:', ...topic.disputed.map((dispute) => `- ${disputeLine(dispute)}`)]
      : []),
    ...topic.charts.flatMap(chartLines),
    ...(topic.code ? codeLines(topic.code) : []),
  ];
}

export const changedLine = (changed: { readonly since: string; readonly says: string }): string =>
  `Changed last (${sayDate(changed.since)}): ${changed.says}`;

/** What the article said is never shown without what is true now. */
export function claimLine(claim: Claim): string {
  const since = claim.since === undefined ? '' : ` (${sayDate(claim.since)})`;
  const now = claim.now === undefined ? '' : ` Now${since}: ${claim.now}`;
  return `The article said: ${claim.said} That ${claim.verdict === 'unverifiable' ? sayVerdict(claim.verdict) : `is ${sayVerdict(claim.verdict)}`.replace('is was', 'was')}.${now}`;
}

export function disputeLine(dispute: Dispute): string {
  const how = [sayDate(dispute.date), dispute.hardware, dispute.method].filter(Boolean).join('; ');
  return `${dispute.by} (${how}): ${dispute.says} [${dispute.source.title}]`;
}

function codeLines(code: NonNullable<TopicView['code']>): readonly string[] {
  return [
    ...code.snippets.flatMap(({ name, code: text }) => [`Code, ${name}:`, text]),
    ...(code.note ? [code.note] : []),
  ];
}

/** Where and how old: the section, the day of the oldest reading, and what is left to say of the article. */
export function checkedLine(answer: ComparisonAnswer): string {
  const sections = [...new Set(answer.topics.map((topic) => topic.sectionTitle))].join(', ');
  return `${answer.breadcrumb.join(' › ')} · ${sections} · sources last read ${sayDate(answer.checked)}`;
}

function sourceLines(sources: readonly Source[], most: number): readonly string[] {
  const shown = sources.slice(0, most);
  const rest = sources.length - shown.length;
  return [
    ...(shown.length > 0 ? ['Sources:'] : []),
    ...shown.map(
      (source, at) =>
        `[${at + 1}] ${source.title}${source.url ? `, ${source.url}` : ''} (read ${sayDate(source.read)}${source.as_of ? `, page of ${sayDate(source.as_of)}` : ''})`,
    ),
    ...(rest > 0 ? [`and ${rest} more: ask "source?"`] : []),
  ];
}
