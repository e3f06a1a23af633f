import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LIMITS } from '../../src/ingest/draft/limits.ts';
import { aboutSchema, FILES, sectionFileSchema, sourceSchema } from '../../src/knowledge/schema.ts';

/** Every `maxLength` of a schema by the path to it, list and record levels left out. */
function limitsOf(schema: z.ZodType): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const walk = (node: unknown, path: string): void => {
    if (node === null || typeof node !== 'object') return;
    if ('maxLength' in node && typeof node.maxLength === 'number') found.set(path, node.maxLength);
    for (const [key, value] of Object.entries(node)) {
      const structural =
        ['properties', 'items', 'additionalProperties', 'anyOf', '$defs'].includes(key) || /^\d+$/.test(key);
      walk(value, structural ? path : path === '' ? key : `${path}.${key}`);
    }
  };
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '');
  return found;
}

describe('the limits of a draft', () => {
  const section = limitsOf(sectionFileSchema);
  const about = limitsOf(aboutSchema);
  const framework = limitsOf(FILES['frameworks.yaml']);
  const source = limitsOf(sourceSchema);

  it.each([
    ['title', section.get('topics.title')],
    ['title', section.get('title')],
    ['verdict', section.get('topics.verdict')],
    ['says', section.get('topics.cells.says')],
    ['note', section.get('topics.notes.says')],
    ['snippet', section.get('topics.code.snippets')],
    ['language', section.get('topics.code.language')],
    ['asked', section.get('topics.asked')],
    ['sectionAsked', section.get('asked')],
    ['sectionAbout', section.get('about')],
    ['title', about.get('title')],
    ['about', about.get('about')],
    ['articleTitle', about.get('article.title')],
    ['example', about.get('examples')],
    ['name', framework.get('frameworks.name')],
    ['about', framework.get('frameworks.about')],
    ['sourceTitle', source.get('title')],
    ['file', source.get('file')],
  ] as const)('has the schema’s %s', (name, limit) => expect(LIMITS[name]).toBe(limit));
});
