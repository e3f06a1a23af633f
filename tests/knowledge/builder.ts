import type { z } from 'zod';
import type { FolderTexts } from '../../src/knowledge/folder.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type {
  aboutSchema,
  chartSchema,
  frameworkSchema,
  sectionFileSchema,
  sourceSchema,
  toolSchema,
  topicSchema,
  wordsSchema,
} from '../../src/knowledge/schema.ts';

type TopicIn = z.input<typeof topicSchema>;
type Only<T, K extends keyof T> = Partial<T> & Pick<T, K>;

/** What a test says of a topic; everything else is filled in, and fresh on the day of `TODAY`. */
export type SmallTopic = Only<TopicIn, 'id'>;
export type SmallSection = Omit<Partial<z.input<typeof sectionFileSchema>>, 'topics'> & {
  readonly topics: readonly SmallTopic[];
};

export interface Small {
  readonly sections: Readonly<Record<string, SmallSection>>;
  readonly frameworks?: readonly Only<z.input<typeof frameworkSchema>, 'id'>[];
  readonly tools?: readonly Only<z.input<typeof toolSchema>, 'id' | 'topic'>[];
  readonly words?: z.input<typeof wordsSchema>;
  readonly charts?: readonly z.input<typeof chartSchema>[];
  readonly sources?: Readonly<Record<string, Partial<z.input<typeof sourceSchema>>>>;
  readonly about?: Partial<z.input<typeof aboutSchema>>;
}

/** The day on which tests ask; every source of a small folder was read on it, unless it says otherwise. */
export const TODAY = '2026-11-22';

/** The three frameworks that small folders are about: two columns and a guest. */
export const SMALL_FRAMEWORKS: readonly Only<z.input<typeof frameworkSchema>, 'id'>[] = [
  { id: 'pytorch', name: 'PyTorch', aliases: ['torch'], column: true },
  { id: 'tensorflow', name: 'TensorFlow', aliases: ['tf'], column: true },
  { id: 'jax', name: 'JAX', aliases: [], column: false },
];

/** A faultless folder around what a test says, as texts: JSON is YAML, so the program reads it like any other. */
export function smallFolder(small: Small): FolderTexts {
  const { frameworks = SMALL_FRAMEWORKS, tools = [], words = {}, charts = [] } = small;
  const slugs = Object.keys(small.sections);
  const topics = Object.values(small.sections).flatMap((section) => section.topics);
  const columns = frameworks.filter((framework) => framework.column !== false).map(({ id }) => id);
  const values: Record<string, unknown> = {
    'about.yaml': {
      title: 'Small',
      about: 'A small folder for tests.',
      article: { title: 'An article', source: 'article', dated: 'Undated.' },
      sections: slugs,
      examples: ['one', 'two', 'three'],
      default_topic: topics[0]?.id ?? 'none',
      ...small.about,
    },
    'frameworks.yaml': {
      frameworks: frameworks.map((framework) => ({
        name: framework.id,
        about: `About ${framework.id}.`,
        aliases: [],
        column: true,
        logo_alt: `${framework.id} logo`,
        links: [{ title: 'Home', url: 'https://example.org/' }],
        versions: [{ version: '2.10', released: '2026-01' }],
        sources: ['page'],
        ...framework,
      })),
    },
    'tools.yaml': { tools: tools.map((tool) => ({ name: tool.id, is: 'A tool.', sources: ['page'], ...tool })) },
    'words.yaml': words,
    'benchmarks.yaml': { charts },
    'sources.yaml': {
      sources: Object.fromEntries(
        Object.entries({ article: { title: 'An article' }, page: { title: 'A page' }, ...small.sources }).map(
          ([id, source]) => [
            id,
            { url: `https://example.org/${id}`, kind: 'docs', read: TODAY, ...source, title: source.title ?? id },
          ],
        ),
      ),
    },
  };
  for (const [slug, section] of Object.entries(small.sections)) {
    values[`sections/${slug}.yaml`] = {
      section: slug,
      about: `All of ${slug}.`,
      ...section,
      title: section.title ?? slug,
      topics: section.topics.map((topic) => ({
        asked: [topic.title ?? topic.id],
        verdict: `The verdict on ${topic.id}.`,
        keeps: 'release',
        cells: Object.fromEntries(columns.map((id) => [id, { says: `What ${id} does there.`, sources: ['page'] }])),
        ...topic,
        title: topic.title ?? topic.id,
      })),
    };
  }
  return new Map(Object.entries(values).map(([file, value]) => [file, JSON.stringify(value, undefined, 1)]));
}

export const smallKnowledge = (small: Small): Knowledge => loadKnowledge('small', smallFolder(small));
