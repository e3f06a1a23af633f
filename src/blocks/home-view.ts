import type { HomeView, KnownBlock } from '@slack/types';
import { sayCoverage } from '../answer/phrases.ts';
import { refOf } from '../answer/topic-view.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { cut, LIMITS } from './limits.ts';
import { bold, code, escapeText } from './mrkdwn.ts';
import { context, sections } from './pieces.ts';
import { topicShelves } from './topic-offers.ts';

/** The Home tab: what the bot is, how to ask it, and all it can tell. Pure: the same knowledge and day, the same view. */
export function homeView(knowledge: Knowledge, today: string): HomeView {
  const opening: readonly KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: cut(knowledge.about.title, LIMITS.headerText) } },
    ...sections([escapeText(knowledge.about.about)]),
    { type: 'divider' },
    ...sections([bold('How to ask'), ...howToAsk(knowledge)]),
    { type: 'divider' },
    ...sections([bold('What I know'), `${sayCoverage(knowledge.sections)}. Choose one: I answer in the Messages tab.`]),
  ];
  const topics = topicShelves(knowledge.sections.map(({ title, topics: own }) => ({ title, topics: own.map(refOf) })));
  const closing: readonly KnownBlock[] = [{ type: 'divider' }, context([revisionLine(knowledge, today)])];
  const room = LIMITS.homeBlocks - opening.length - closing.length;
  // More than a screen can take is listed by the command, which has pages of its own.
  const shown =
    topics.length <= room ? topics : [...topics.slice(0, room - 1), ...sections(['…and more: `/fwcompare topics`'])];
  return { type: 'home', blocks: [...opening, ...shown, ...closing] };
}

/** Each way with an example of its own. */
function howToAsk({ about }: Knowledge): readonly string[] {
  const [command = '', mention = '', direct = ''] = about.examples;
  return [
    `• ${code(`/fwcompare ${command}`)} anywhere: only you see the answer, until you share it.`,
    `• Mention me in a channel I am in, with ${code(mention)}: I answer in a thread, and follow-ups there need no mention.`,
    `• ${code(direct)} in the Messages tab.`,
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
