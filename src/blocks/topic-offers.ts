import type { ActionsBlock, SectionBlock } from '@slack/types';
import type { Slots, TopicRef } from '../answer/answer.ts';
import { sayCount } from '../answer/phrases.ts';
import { ACTIONS } from './ids.ts';
import { cut, LIMITS } from './limits.ts';
import { bold } from './mrkdwn.ts';
import { actions, button, sectionWith } from './pieces.ts';

/** What a click on a topic carries: show it, for all columns. */
function slotsFor(ref: TopicRef): string {
  const slots: Slots = { topics: [ref.topic], frameworks: [], only: false, want: 'comparison', pins: [] };
  return JSON.stringify(slots);
}

/** One button a topic, in a row. */
export const topicButtons = (topics: readonly TopicRef[]): ActionsBlock[] =>
  actions(
    topics.map((ref, at) => button(`${ACTIONS.showTopic}-${at + 1}`, ref.title, slotsFor(ref), `Show ${ref.title}`)),
  );

/** A line that tells of a topic, with the button that shows it: a title may be long, a button must not. */
export const topicRow = (line: string, ref: TopicRef): SectionBlock =>
  sectionWith(line, button(ACTIONS.showTopic, 'Show', slotsFor(ref), `Show ${ref.title}`));

export interface Shelf {
  readonly title: string;
  readonly topics: readonly TopicRef[];
}

/** A row for each section of topics, with a menu of what is in it; a section too full for one menu gets several. */
export const topicShelves = (shelves: readonly Shelf[]): SectionBlock[] =>
  shelves.flatMap(({ title, topics }) => menusOf(topics).map((menu) => sectionWith(bold(title), topicMenu(menu))));

function topicMenu(topics: readonly TopicRef[]) {
  return {
    type: 'static_select' as const,
    action_id: ACTIONS.showTopic,
    placeholder: { type: 'plain_text' as const, text: sayCount(topics.length, 'topic') },
    options: topics.map((ref) => ({
      text: { type: 'plain_text' as const, text: cut(ref.title, LIMITS.optionText), emoji: false },
      value: slotsFor(ref),
    })),
  };
}

/** An id too long for an option is left to those who ask by name: one value over the limit loses the whole message. */
function menusOf(topics: readonly TopicRef[]): readonly (readonly TopicRef[])[] {
  const fitting = topics.filter((ref) => slotsFor(ref).length <= LIMITS.optionValue);
  const count = Math.ceil(fitting.length / LIMITS.selectOptions);
  return Array.from({ length: count }, (_, at) =>
    fitting.slice(at * LIMITS.selectOptions, (at + 1) * LIMITS.selectOptions),
  );
}
