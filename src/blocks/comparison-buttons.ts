import type { Button } from '@slack/types';
import type { ComparisonAnswer, Slots, TopicView } from '../answer/answer.ts';
import { ACTIONS } from './ids.ts';
import { cut } from './limits.ts';
import { button } from './pieces.ts';

/** Two rows on a phone: so many buttons, with so many letters on them. */
const MOST_BUTTONS = 4;
const MOST_LETTERS = 56;
const MOST_RELATED = 2;

/** Slack cuts a longer label of a button, and it would fill a phone's row alone. */
const SHORT_TITLE = 28;

/** What to do next: share it, see more of the topic or another one; of several topics, open each. */
export function comparisonButtons(answer: ComparisonAnswer, shareable: boolean): readonly Button[] {
  const [topic, ...others] = answer.topics;
  const share = shareable
    ? [button(ACTIONS.share, 'Share in channel', ask(answer, {}), `Share in channel: ${topic.ref.title}`)]
    : [];
  if (others.length > 0) {
    const refs = answer.topics.map(({ ref }) => ref);
    return [...share, ...openings(answer, refs)];
  }
  const related = topic.related.filter(({ title }) => title.length <= SHORT_TITLE).slice(0, MOST_RELATED);
  return openings(answer, related).reduce(withRoomFor, [...share, ...ownButtons(topic, answer)]);
}

/** The row with one more button, if there is room. */
function withRoomFor(row: readonly Button[], one: Button): readonly Button[] {
  const next = [...row, one];
  const letters = next.reduce((sum, { text }) => sum + text.text.length, 0);
  return next.length <= MOST_BUTTONS && letters <= MOST_LETTERS ? next : row;
}

const ask = ({ slots }: ComparisonAnswer, change: Partial<Slots>): string => JSON.stringify({ ...slots, ...change });

const openings = (answer: ComparisonAnswer, refs: readonly TopicView['ref'][]): readonly Button[] =>
  refs.map((ref, at) =>
    button(
      `${ACTIONS.showTopic}-${at + 1}`,
      cut(ref.title, SHORT_TITLE),
      ask(answer, { topics: [ref.topic], want: 'comparison' }),
      `Show ${ref.title}`,
    ),
  );

/** More of the same topic. */
function ownButtons(topic: TopicView, answer: ComparisonAnswer): readonly Button[] {
  const { want } = answer;
  const { title } = topic.ref;
  const code =
    topic.hasCode && want !== 'code'
      ? [button(ACTIONS.showCode, 'Code', ask(answer, { want: 'code' }), `Show code for ${title}`)]
      : [];
  const more =
    topic.hasMore && want !== 'more'
      ? [button(ACTIONS.showMore, 'More', ask(answer, { want: 'more' }), `Show more of ${title}`)]
      : [];
  // Where there is more to see, its sources are one click behind that.
  const source =
    more.length === 0 && want !== 'source' && answer.sources.length > 1
      ? [button(ACTIONS.showSources, 'Sources', ask(answer, { want: 'source' }), 'Show all sources')]
      : [];
  return [...code, ...more, ...source];
}
