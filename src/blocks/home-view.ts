import type { HomeView, KnownBlock } from '@slack/types';
import type { Knowledge } from '../knowledge/model.ts';
import { cut, LIMITS } from './limits.ts';
import { bold, escapeText } from './mrkdwn.ts';
import { context, sections } from './pieces.ts';

/** The Home tab: what the bot is, how to ask it, and all it can tell. Pure: the same knowledge and day, the same view. */
export function homeView(knowledge: Knowledge, today: string): HomeView {
  const opening: readonly KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: cut(knowledge.about.title, LIMITS.headerText) } },
    ...sections([escapeText(knowledge.about.about)]),
    { type: 'divider' },
    ...sections([bold('How to ask'), ...howToAsk(knowledge)]),
    { type: 'divider' },
    ...sections([bold('What I know')]),
  ];
  const topics = knowledge.sections.flatMap(({ title, topics: own }) =>
    sections([bold(title), escapeText(own.map((topic) => topic.title).join(' · '))]),
  );
  const closing: readonly KnownBlock[] = [{ type: 'divider' }, context([revisionLine(knowledge, today)])];
  const room = LIMITS.homeBlocks - opening.length - closing.length;
  // More than a screen can take is listed by the command, which has pages of its own.
  const shown =
    topics.length <= room ? topics : [...topics.slice(0, room - 1), ...sections(['…and more: `/fwcompare topics`'])];
  return { type: 'home', blocks: [...opening, ...shown, ...closing] };
}

function howToAsk({ about }: Knowledge): readonly string[] {
  return [
    '• `/fwcompare` and your question, anywhere: only you see the answer, until you share it.',
    '• Mention me in a channel I am in: I answer in a thread, and follow-ups there need no mention.',
    '• Write to me in the Messages tab.',
    'For example:',
    ...about.examples.slice(0, 3).map((example) => `>${escapeText(example)}`),
  ];
}

function revisionLine({ revision, sources }: Knowledge, today: string): string {
  const newest = [...sources.values()].reduce((latest, { read }) => (read > latest ? read : latest), '');
  const days = Math.round((Date.parse(today) - Date.parse(newest)) / 86_400_000);
  const age = Number.isFinite(days)
    ? `, sources last read ${days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`}`
    : '';
  return `Knowledge ${revision}${age}. No language model: every sentence was written and checked by people.`;
}
