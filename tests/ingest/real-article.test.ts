import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, draft } from './support.ts';

/** The article that this project began with is not ours to keep in the repository; where it lies beside it, it is read. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/article');
const file = existsSync(FOLDER) ? readdirSync(FOLDER).find((name) => name.endsWith('.txt')) : undefined;
if (file === undefined) console.log(`skipped: no article in ${FOLDER}, which is not part of the repository`);

describe.skipIf(file === undefined)('the article this project began with', () => {
  const text = file === undefined ? '' : readFileSync(join(FOLDER, file), 'utf8');
  const count = (kind: string) =>
    article(text)
      .sections.flatMap((section) => section.blocks)
      .filter((block) => block.kind === kind).length;

  it('is cut into its sections unaided', () => {
    expect(article(text).sections.map((section) => section.title)).toEqual([
      'Introduction',
      'A Brief History',
      'Ease of Use',
      'Performance Benchmarks',
      'Hardware Support',
      'Distributed Training',
      'Debugging Experience',
      'Cloud Integration',
      'High-Level APIs',
      'Deployment Environments',
      'Should You Use TensorFlow or PyTorch?',
      'The Best of Both Worlds',
      'Closing',
    ]);
  });

  it('gives up its lists, snippets, tables and images', () => {
    expect({ lists: count('list'), snippets: count('code'), tables: count('table'), images: count('image') }).toEqual({
      lists: 8,
      snippets: 3,
      tables: 4,
      images: 1,
    });
    const missing = article(text).missing;
    expect(missing.filter((remark) => remark.kind === 'table')).toHaveLength(3);
    expect(missing.filter((remark) => remark.kind === 'promise')).toHaveLength(3);
  });

  it('becomes a draft that the check accepts, each snippet with its framework', () => {
    const { knowledge } = draft(text);
    const snippets = [...knowledge.topics.values()].flatMap((topic) => [...(topic.code?.snippets.keys() ?? [])]);
    expect(snippets).toEqual(['pytorch', 'tensorflow', 'pytorch', 'tensorflow']);
    expect(knowledge.sections).toHaveLength(13);
  });
});
