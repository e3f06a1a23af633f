import type { Elsewhere, Knowledge, Section, Tool, Topic, TopicId } from '../knowledge/model.ts';

/** The texts of one thing that can be found, by field, strongest first. Frameworks' names are found apart from these. */
interface Texts {
  /** Phrases that name it whole: its title first, then what people ask for. */
  readonly phrases: readonly string[];
  /** Names and aliases of its tools. */
  readonly names: readonly string[];
  /** Whole questions as strangers put them. */
  readonly questions: readonly string[];
  /** Words that name its whole section. */
  readonly sectionWords: readonly string[];
  readonly verdict: string;
  readonly claims: string;
  readonly body: string;
}

/** A topic as it is found. */
export interface TopicEntry extends Texts {
  readonly kind: 'topic';
  readonly id: TopicId;
  readonly section: string;
  readonly overview: boolean;
  /** Its section looks across the others and gives way to a narrower one. */
  readonly yields: boolean;
}

/** What is not answered here, as it is found: a question that fits it better than a topic is refused. */
export interface ElsewhereEntry extends Texts {
  readonly kind: 'elsewhere';
  readonly id: string;
  readonly says: string;
  /** Groups of one sort are learnt as one. */
  readonly sort: string;
}

export type Entry = TopicEntry | ElsewhereEntry;

/** The entries of a knowledge folder, in the order of its sections; what is answered elsewhere comes last. */
export function entriesOf(knowledge: Knowledge): readonly Entry[] {
  const tools = new Map<TopicId, Tool[]>();
  for (const tool of knowledge.tools) tools.set(tool.topic, [...(tools.get(tool.topic) ?? []), tool]);
  return [
    ...knowledge.sections.flatMap((section) =>
      section.topics.map((topic) => toTopicEntry(topic, section, tools.get(topic.id) ?? [])),
    ),
    ...knowledge.elsewhere.map(toElsewhereEntry),
  ];
}

function toTopicEntry(topic: Topic, section: Section, tools: readonly Tool[]): TopicEntry {
  return {
    kind: 'topic',
    id: topic.id,
    section: section.slug,
    overview: topic.overview,
    yields: section.yields,
    phrases: [topic.title, ...topic.asked],
    names: tools.flatMap((tool) => [tool.name, ...tool.aliases]),
    questions: topic.questions,
    sectionWords: [section.title, ...section.asked],
    verdict: topic.verdict,
    claims: topic.claims.map((claim) => claim.said).join(' '),
    body: [
      ...[...topic.cells.values()].map((cell) => cell.says),
      ...topic.notes.map((note) => note.says),
      ...topic.claims.flatMap((claim) => claim.now ?? []),
      ...tools.map((tool) => tool.is),
    ].join(' '),
  };
}

function toElsewhereEntry({ id, title, says, sort, asked }: Elsewhere): ElsewhereEntry {
  return {
    kind: 'elsewhere',
    id,
    says,
    sort,
    phrases: [title],
    names: [],
    questions: asked,
    sectionWords: [],
    verdict: '',
    claims: '',
    body: '',
  };
}
