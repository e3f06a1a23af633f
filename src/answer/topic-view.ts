import { daysBetween, FRESH_DAYS, freshnessOf, oldestRead } from '../knowledge/freshness.ts';
import type { Cell, Framework, FrameworkId, Knowledge, Source, Statement, Topic, TopicId } from '../knowledge/model.ts';
import { isDated, isNewest, statementAt } from '../knowledge/versions.ts';
import type { CellView, Slots, TopicRef, TopicView, Want } from './answer.ts';
import { claimsFor, DEPTHS } from './depth.ts';

export function refOf(topic: Topic): TopicRef {
  return { section: topic.section.slug, topic: topic.id, title: topic.title };
}

export function refsOf(ids: readonly TopicId[], knowledge: Knowledge): readonly TopicRef[] {
  return ids.flatMap((id) => {
    const topic = knowledge.topics.get(id);
    return topic ? [refOf(topic)] : [];
  });
}

/** One topic as an answer tells it on a day, with the columns asked for. */
export function viewTopic(
  topic: Topic,
  columns: readonly Framework[],
  slots: Slots,
  knowledge: Knowledge,
  today: string,
): TopicView {
  const pins = new Map(slots.pins);
  const depth = DEPTHS[slots.want];
  const compares = topic.cells.size > 0;
  const claims = claimsFor(
    topic.claims,
    depth,
    slots.frameworks.flatMap((id) => columns.find((column) => column.id === id)?.name ?? []),
  );
  const notes = depth.notes || !compares ? topic.notes : [];
  const charts = topic.charts.slice(0, depth.charts);
  const banner = compares ? bannerFor(topic, columns, today) : undefined;
  // Verdict and notes are of today, whatever version the cells are about.
  const asToday = (says: string) => (pins.size > 0 ? `Today: ${says}` : says);
  return {
    ref: refOf(topic),
    sectionTitle: topic.section.title,
    verdict: asToday(topic.verdict),
    cells:
      compares && depth.cells
        ? columns.map((framework) => viewCell(topic.cells.get(framework.id), framework, pins, today))
        : [],
    notes: notes.map((note) => asToday(note.says)),
    claims,
    // The newest claim tells what changed already: one line of it is enough on a phone.
    ...(topic.changed &&
      (slots.want !== 'comparison' || claims.every((claim) => claim.now === undefined)) && {
        changed: { since: topic.changed.since, says: topic.changed.says },
      }),
    disputed: depth.disputed ? topic.disputed : [],
    charts,
    ...(slots.want === 'code' && topic.code && { code: viewCode(topic.code, columns, slots) }),
    hasCode: topic.code !== undefined,
    hasMore:
      topic.claims.length > 1 ||
      topic.disputed.length > 0 ||
      notes.length < topic.notes.length ||
      topic.charts.length > 0,
    related: refsOf(topic.related, knowledge),
    ...(banner !== undefined && { banner }),
    ...(topic.draft !== undefined && { draft: topic.draft }),
  };
}

function viewCell(
  cell: Cell | undefined,
  framework: Framework,
  pins: ReadonlyMap<FrameworkId, string>,
  today: string,
): CellView {
  if (!cell) return { kind: 'unknown', says: `Nothing is known here of ${framework.name}.` };
  const version = pins.get(framework.id);
  const statement = statementFor(cell, version);
  if (!statement) {
    const from = [cell, ...cell.earlier].at(-1)?.from;
    return {
      kind: 'unknown',
      says: `Nothing is known here of ${framework.name} ${version}${from ? `; what is known begins with ${from}` : ''}.`,
    };
  }
  const unchecked = version !== undefined && !isDated(cell) && !isNewest(framework, version);
  if (freshnessOf(cell.keeps, statement.sources, today) === 'long past') {
    return { kind: 'withheld', read: oldestRead(statement.sources) ?? today, sources: statement.sources };
  }
  return {
    kind: 'known',
    ...(statement.support && { support: statement.support }),
    says: statement.says,
    ...(statement.since !== undefined && (version === undefined || unchecked) && { since: statement.since }),
    ...(version !== undefined && { at: unchecked ? 'today' : `${framework.name} ${version}` }),
    sources: statement.sources,
  };
}

const statementFor = (cell: Cell, version: string | undefined): Statement | undefined =>
  version === undefined ? cell : statementAt(cell, version);

/** The versions asked for that a topic was not checked for. What holds today holds for the newest version. */
export function uncheckedOf(topic: Topic, columns: readonly Framework[], slots: Slots): readonly string[] {
  return slots.pins.flatMap(([id, version]) => {
    const framework = columns.find((column) => column.id === id);
    if (!framework || isNewest(framework, version) || isVersioned(topic, id, slots.want)) return [];
    return [`${framework.name} ${version}`];
  });
}

/** Does what a topic shows of a framework go by version? Code does not, nor do notes without cells: both are today's. */
function isVersioned(topic: Topic, id: FrameworkId, want: Want): boolean {
  if (want === 'code' && topic.code?.snippets.has(id)) return false;
  const cell = topic.cells.get(id);
  return cell ? isDated(cell) : topic.cells.size > 0;
}

/** A sentence that warns of facts past their class's days; undefined while all are fresh. */
function bannerFor(topic: Topic, columns: readonly Framework[], today: string): string | undefined {
  const past = columns
    .flatMap(({ id }) => topic.cells.get(id) ?? [])
    .filter((cell) => freshnessOf(cell.keeps, cell.sources, today) !== 'fresh')
    .map((cell) => ({ days: daysBetween(oldestRead(cell.sources) ?? today, today), limit: FRESH_DAYS[cell.keeps] }))
    .sort((a, b) => b.days - a.days)[0];
  return (
    past &&
    `Last checked ${past.days} days ago; facts like this are due for a check after ${past.limit}. Look at the source before you rely on it.`
  );
}

function viewCode(
  code: NonNullable<Topic['code']>,
  columns: readonly Framework[],
  slots: Slots,
): NonNullable<TopicView['code']> {
  const shown = slots.only ? columns.map(({ id }) => id) : [...code.snippets.keys()];
  const named = columns.flatMap(({ id, name }) => {
    const snippet = code.snippets.get(id);
    return snippet && shown.includes(id) ? [{ name, code: snippet }] : [];
  });
  return { language: code.language, ...(code.note !== undefined && { note: code.note }), snippets: named };
}

/** Every source that a view of these topics rests on, each once, in the order of reading. */
export function sourcesOf(
  topics: readonly Topic[],
  views: readonly TopicView[],
  columns: readonly Framework[],
  slots: Slots,
): readonly Source[] {
  const pins = new Map(slots.pins);
  const statementOf = (topic: Topic, id: FrameworkId) => {
    const cell = topic.cells.get(id);
    return cell && statementFor(cell, pins.get(id));
  };
  const all = topics.flatMap((topic, at) => [
    // Where the cells themselves are not shown, what they rest on still is.
    ...(views[at]?.cells.length
      ? views[at].cells.flatMap((cell) => (cell.kind === 'unknown' ? [] : cell.sources))
      : columns.flatMap(({ id }) => statementOf(topic, id)?.sources ?? [])),
    ...topic.notes.flatMap((note) => note.sources),
    ...(topic.changed?.sources ?? []),
    ...topic.claims.flatMap((claim) => claim.sources),
    ...topic.disputed.map((dispute) => dispute.source),
    ...topic.charts.flatMap((chart) => chart.rows.flatMap((row) => row.sources)),
  ]);
  return [...new Map(all.map((source) => [source.id, source])).values()];
}
