import { oldestRead } from '../knowledge/freshness.ts';
import type { Framework, Knowledge } from '../knowledge/model.ts';
import type { Answer, ComparisonAnswer, Slots, Want } from './answer.ts';
import { sayCount, sayDate } from './phrases.ts';
import { sourcesOf, uncheckedOf, viewTopic } from './topic-view.ts';

/** At most so many topics stand in one table: more does not fit a phone. */
export const MOST_TOPICS = 3;

/**
 * The answer to slots: the topics, side by side for the frameworks asked for, as known on a day. Slots that name no topic
 * of this knowledge (a button of an older release) give "unknown".
 */
export function compare(asked: Slots, lead: readonly string[], knowledge: Knowledge, today: string): Answer {
  const topics = asked.topics.slice(0, MOST_TOPICS).flatMap((id) => knowledge.topics.get(id) ?? []);
  const lacksCode = asked.want === 'code' && topics.every((topic) => topic.code === undefined);
  // Who asks for code that there is none of gets what there is, and is told so.
  const slots: Slots = lacksCode ? { ...asked, want: 'comparison' } : asked;
  const columns = columnsFor(slots, knowledge);
  const views = topics.map((topic) => viewTopic(topic, columns, slots, knowledge, today));
  const [first, ...rest] = views;
  if (!first) return { kind: 'unknown', understood: [], nearest: [], lead };
  const sources = sourcesOf(topics, views, columns, slots);
  const checked = oldestRead(sources) ?? today;
  return {
    kind: 'answer',
    want: slots.want,
    breadcrumb: breadcrumbOf(
      slots,
      columns,
      views.map((view) => view.ref.title),
    ),
    lead: [...lead, ...(lacksCode ? [NO_CODE] : replyTo(slots.want, sources.length, checked))],
    columns: columns.map(({ id, name }) => ({ id, name })),
    topics: [first, ...rest],
    unchecked: [...new Set(topics.flatMap((topic) => uncheckedOf(topic, columns, slots)))],
    sources,
    checked,
    slots,
  } satisfies ComparisonAnswer;
}

const NO_CODE = 'There is no code for this here; this is what is known of it:';

/** The first line answers: who asks how current or where from something is gets that before the thing itself. */
function replyTo(want: Want, sources: number, checked: string): readonly string[] {
  if (sources === 0) return [];
  if (want === 'freshness')
    return [`As of ${sayDate(checked)}, when its sources were last read, this is how it stands:`];
  if (want === 'source')
    return [`It rests on ${sayCount(sources, 'source')}, last read on ${sayDate(checked)} and listed below:`];
  return [];
}

/** The frameworks asked for come first, alone when only they are wanted; without any, every standing column. */
function columnsFor(slots: Slots, knowledge: Knowledge): readonly Framework[] {
  const asked = slots.frameworks.flatMap((id) => knowledge.frameworks.find((framework) => framework.id === id) ?? []);
  const pinned = knowledge.frameworks.filter(({ id }) => slots.pins.some(([pin]) => pin === id));
  const standing = knowledge.frameworks.filter((framework) => framework.column);
  const first = [...new Set([...asked, ...pinned])];
  if (slots.only && asked.length > 0) return asked;
  return [...first, ...standing.filter((framework) => !first.includes(framework))];
}

function breadcrumbOf(slots: Slots, columns: readonly Framework[], titles: readonly string[]): readonly string[] {
  const only =
    slots.only && slots.frameworks.length > 0 ? [`${columns.map(({ name }) => name).join(' and ')} only`] : [];
  const pins = slots.pins.flatMap(([id, version]) => {
    const name = columns.find((column) => column.id === id)?.name;
    return name ? [`${name} ${version}`] : [];
  });
  const want =
    slots.want === 'code'
      ? ['code']
      : slots.want === 'source'
        ? ['sources']
        : slots.want === 'freshness'
          ? ['how current it is']
          : [];
  return [titles.join(' + '), ...only, ...pins, ...want];
}
