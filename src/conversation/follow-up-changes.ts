import type { Slots } from '../answer/answer.ts';
import type { FrameworkId, Knowledge, TopicId } from '../knowledge/model.ts';
import type { Want } from '../question/wants.ts';
import type { TopicEntry } from '../retrieval/entries.ts';
import type { Candidate } from '../retrieval/rank.ts';
import { type FollowUpContext, frameworksOf, isCued } from './follow-up-context.ts';

/** The frameworks that the thread's last answer was not about. */
export function others({ slots, knowledge }: FollowUpContext): readonly FrameworkId[] {
  const here = knowledge.frameworks.filter(
    ({ id, topic }) => slots.frameworks.includes(id) || (topic !== undefined && slots.topics.includes(topic)),
  );
  return knowledge.frameworks.filter((framework) => framework.column && !here.includes(framework)).map(({ id }) => id);
}

/** To the topic that was found; where none was, the thread stays where it is. */
export const switchTo = (context: FollowUpContext, found: Candidate<TopicEntry> | undefined): Slots => ({
  topics: found ? [found.entry.id] : context.slots.topics,
  frameworks: frameworksOf(context),
  only: false,
  want: context.want === 'more' ? 'comparison' : context.want,
  pins: [...context.retrieval.understood.pins],
});

/**
 * The same topics, with the frameworks that the message names and whatever else it changes. Frameworks are shown alone if
 * that leaves a column out.
 */
export const keep = (context: FollowUpContext, change: Partial<Omit<Slots, 'only'>>): Slots => {
  const named = frameworksOf(context);
  const own = ownTopicOf(context, change.frameworks ?? named);
  if (own) return { ...context.slots, topics: [own], frameworks: named, only: false, want: 'comparison', pins: [] };
  const frameworks = change.frameworks ?? (named.length > 0 ? named : undefined);
  const columns = context.knowledge.frameworks.filter((framework) => framework.column).length;
  return {
    ...context.slots,
    pins: [...context.retrieval.understood.pins],
    ...change,
    ...(frameworks && {
      frameworks,
      only: frameworks.length > 0 && frameworks.length < columns,
    }),
  };
};

/** A thread about one framework's own topic ("when PyTorch?") moves to the other's when that one is asked for. */
function ownTopicOf({ slots, knowledge }: FollowUpContext, asked: readonly FrameworkId[]): TopicId | undefined {
  const [only, ...more] = asked;
  const here = knowledge.frameworks.find(({ topic }) => topic !== undefined && slots.topics[0] === topic);
  if (!here || only === undefined || more.length > 0 || here.id === only) return undefined;
  return knowledge.frameworks.find(({ id }) => id === only)?.topic;
}

/** The topics, or where they hold no code the first of their related ones in the same section that does. */
export function withCode(topics: readonly TopicId[], knowledge: Knowledge): readonly TopicId[] {
  const here = topics.flatMap((id) => knowledge.topics.get(id) ?? []);
  if (here.some((topic) => topic.code)) return topics;
  const sections = new Set(here.map((topic) => topic.section));
  const near = here
    .flatMap((topic) => topic.related)
    .flatMap((id) => knowledge.topics.get(id) ?? [])
    .find((topic) => topic.code !== undefined && sections.has(topic.section));
  return near ? [near.id] : topics;
}

/** What more there is: what the message asks for, and otherwise all of it. */
export function wantOnward(context: FollowUpContext): Want {
  const { want } = context;
  return isCued(want) ? want : goingOn(context) === 'code' ? 'code' : 'more';
}

/** A topic that only compares is no answer to "code, please"; but one that shows code goes on showing it. */
export const goingOn = ({ slots }: FollowUpContext) => (slots.want === 'code' ? 'code' : 'comparison');
