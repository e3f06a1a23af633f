import { createHash } from 'node:crypto';
import { atOnce, type Slices } from '../slices.ts';
import { KnowledgeError } from './errors.ts';
import { type FolderTexts, type ParsedFolder, parseInSlices } from './folder.ts';
import { lintInSlices } from './linters.ts';
import type {
  Cell,
  Chart,
  Framework,
  FrameworkId,
  Knowledge,
  Section,
  SectionSlug,
  Source,
  Statement,
  Tool,
  Topic,
  TopicId,
  TopicSource,
} from './model.ts';

/**
 * Turns the texts of a knowledge folder into checked, frozen knowledge.
 * @throws KnowledgeError with every fault of every file.
 */
export const loadKnowledge = (folder: string, texts: FolderTexts): Knowledge =>
  atOnce(knowledgeInSlices(folder, texts));

/** The same, a file or a rule at a time: while questions come in. */
export function* knowledgeInSlices(folder: string, texts: FolderTexts): Slices<Knowledge> {
  const parsed = yield* parseInSlices(texts);
  if ('faults' in parsed) throw new KnowledgeError(folder, parsed.faults);
  const faults = yield* lintInSlices(parsed);
  if (faults.length > 0) throw new KnowledgeError(folder, faults);
  return deepFreeze(buildUnchecked(parsed, revisionOf(texts)));
}

/** Ids were checked by the linters, so what is looked up here is there. */
export function buildUnchecked(folder: ParsedFolder, revision: string): Knowledge {
  const sources = new Map<string, Source>(
    Object.entries(folder.sources.value.sources).map(([id, source]) => [id, { ...source, id }]),
  );
  const cite = (ids: readonly string[]): readonly Source[] => ids.flatMap((id) => sources.get(id) ?? []);

  const charts: Chart[] = folder.benchmarks.value.charts.map((chart) => ({
    ...chart,
    rows: chart.rows.map((row) => ({ ...row, framework: row.framework as FrameworkId, sources: cite(row.sources) })),
  }));
  const chartById = new Map(charts.map((chart) => [chart.id, chart]));

  const frameworks: Framework[] = folder.frameworks.value.frameworks.map(({ logo_alt, topic, ...framework }) => ({
    ...framework,
    id: framework.id as FrameworkId,
    logoAlt: logo_alt,
    ...(topic !== undefined && { topic: topic as TopicId }),
    sources: cite(framework.sources),
  }));

  const statement = <S extends { readonly sources: readonly string[] }>({ sources: ids, ...rest }: S) => ({
    ...rest,
    sources: cite(ids),
  });
  const cell = (from: TopicSource['cells'][string], keeps: TopicSource['keeps']): Cell => {
    const { earlier = [], keeps: own, ...now } = from;
    return { ...statement(now), keeps: own ?? keeps, earlier: earlier.map((each): Statement => statement(each)) };
  };
  const topic = (from: TopicSource, section: Topic['section']): Topic => {
    const {
      id,
      overview,
      cells,
      notes,
      changed,
      code,
      article,
      disputed,
      charts: chartIds,
      related,
      draft,
      ...rest
    } = from;
    return {
      ...rest,
      id: id as TopicId,
      section,
      overview: overview ?? false,
      cells: byFramework(frameworks, cells, (each) => cell(each, from.keeps)),
      notes: notes.map(statement),
      claims: article.map(statement),
      disputed: (disputed ?? []).flatMap((dispute) => {
        const source = sources.get(dispute.source);
        return source ? [{ ...dispute, source }] : [];
      }),
      charts: chartIds.flatMap((chartId) => chartById.get(chartId) ?? []),
      related: related.map((each) => each as TopicId),
      ...(changed && { changed: statement(changed) }),
      ...(code && {
        code: {
          language: code.language,
          ...(code.note !== undefined && { note: code.note }),
          snippets: byFramework(frameworks, code.snippets, (each) => each),
        },
      }),
      ...(draft !== undefined && { draft }),
    };
  };

  const sections: Section[] = folder.sections.map(({ value }) => {
    const slug = value.section as SectionSlug;
    const { title, about, asked, yields = false, topics } = value;
    return { slug, title, about, asked, yields, topics: topics.map((each) => topic(each, { slug, title })) };
  });
  const tools: Tool[] = folder.tools.value.tools.map(({ retired, ...tool }) => ({
    ...tool,
    topic: tool.topic as TopicId,
    sources: cite(tool.sources),
    ...(retired && { retired: statement(retired) }),
  }));
  const { sections: _order, default_topic, ...about } = folder.about.value;
  return {
    about: { ...about, defaultTopic: default_topic as TopicId },
    frameworks,
    tools,
    sections,
    topics: new Map(sections.flatMap((section) => section.topics.map((each) => [each.id, each] as const))),
    sources,
    charts,
    elsewhere: folder.elsewhere.value.elsewhere,
    followUps: folder.followUps.value,
    words: folder.words.value,
    revision,
  };
}

/** Values by framework, in the order of the columns and not of the file. */
function byFramework<From, To>(
  frameworks: readonly Framework[],
  values: Readonly<Record<string, From>>,
  turn: (value: From) => To,
): ReadonlyMap<FrameworkId, To> {
  return new Map(
    frameworks.flatMap(({ id }) => {
      const value = Object.hasOwn(values, id) ? values[id] : undefined;
      return value === undefined ? [] : [[id, turn(value)] as const];
    }),
  );
}

/** Names the texts of a folder: the same texts, the same revision. */
export function revisionOf(texts: FolderTexts): string {
  const hash = createHash('sha256');
  for (const path of [...texts.keys()].sort()) hash.update(`${path}\0${texts.get(path)}\0`);
  return hash.digest('hex').slice(0, 12);
}

export function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(inner);
  return value;
}
