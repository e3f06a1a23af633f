import type { Block } from '../../src/ingest/article.ts';
import { formatOf } from '../../src/ingest/format.ts';
import { type Ingested, ingest } from '../../src/ingest/ingest.ts';
import { readArticle } from '../../src/ingest/read/read-article.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge, Topic } from '../../src/knowledge/model.ts';

export const TODAY = '2026-11-22';

export const article = (text: string, file = 'article.txt') => readArticle(text, formatOf(file, text), file);

export const blocks = (text: string, kind: Block['kind'], file?: string): readonly Block[] =>
  article(text, file).sections.flatMap((section) => section.blocks.filter((block) => block.kind === kind));

/** The draft of a text, loaded as the bot would load it: every test of a draft is a test that the check accepts it. */
export function draft(
  text: string,
  file = 'article.txt',
  frameworks?: readonly string[],
): { readonly made: Ingested; readonly knowledge: Knowledge } {
  const made = ingest({ file, text, today: TODAY, frameworks });
  return { made, knowledge: loadKnowledge(file, made.texts) };
}

export function topic(knowledge: Knowledge, id: string): Topic {
  const found = [...knowledge.topics.values()].find((each) => each.id === id);
  if (!found) throw new Error(`no topic "${id}" among ${[...knowledge.topics.keys()].join(', ')}`);
  return found;
}

/** A topic's cells as plain text by framework: "yes: Mud: Yes". */
export function cells(knowledge: Knowledge, id: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...topic(knowledge, id).cells].map(([name, cell]) => [name, `${cell.support}: ${cell.says}`]),
  );
}
