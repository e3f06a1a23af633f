import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { plainText } from '../../src/answer/plain-text.ts';
import { createBot } from '../../src/conversation/create-bot.ts';
import { FRESH_DAYS, freshnessOf } from '../../src/knowledge/freshness.ts';
import { printJsonSchema, SCHEMA_NAMES } from '../../src/knowledge/json-schema.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Source } from '../../src/knowledge/model.ts';
import { CLASSES, FILES } from '../../src/knowledge/schema.ts';
import { codesIn, fencedIn, partOf, readText, rowsOf, sectionOf } from './markdown.ts';

const page = readText('knowledge/README.md');

/** The folder that the page writes out: each block begins with the path of its file. */
const folder = new Map(
  fencedIn(page, 'yaml').flatMap((block) => {
    const path = /^# knowledge\/(\S+)\n/.exec(block)?.[1];
    return path === undefined ? [] : [[path, block] as const];
  }),
);
const TODAY = '2026-11-22';

describe('the example', () => {
  it('has every file that a folder can have', () => {
    expect([...folder.keys()].sort()).toEqual(
      ['sections/running.yaml', ...Object.keys(FILES), 'exceptions.yaml'].sort(),
    );
    expect(fencedIn(page, 'yaml')).toHaveLength(folder.size);
  });

  it('is a folder without fault', () => {
    expect(loadKnowledge('example', folder).topics.size).toBe(2);
  });

  it('does what its remarks say', () => {
    const bot = createBot(loadKnowledge('example', folder));
    const ask = (text: string) => bot.reply({ text, way: 'command', today: TODAY }).answer;
    expect(ask('offline mode')).toMatchObject({
      topics: [{ ref: { topic: 'offline' }, disputed: [{}, {}], charts: [{}] }],
    });
    expect(ask('off-line')).toMatchObject({ topics: [{ ref: { topic: 'offline' } }] });
    expect(plainText(ask('offline @otter1.4'))).toContain(
      'Otter: Partly. Started offline, but looked for updates first',
    );
    expect(plainText(ask('ottercache'))).toMatch(/^OtterCache was built into Otter/);
    expect(plainText(ask('beaver offline'))).toMatch(/^Beaver: not compared here/);
    expect(ask('how do I fix this traceback').kind).toBe('unknown');
    for (const example of bot.knowledge.about.examples) expect(ask(example).kind).toBe('answer');
  });

  it('shows every field of a topic but those the text beside it explains', () => {
    const [topic] = z
      .object({ topics: z.array(z.record(z.string(), z.unknown())) })
      .parse(parse(folder.get('sections/running.yaml') ?? '')).topics;
    const all = fieldsOf('sections').flatMap(({ path }) => /^topics\[\]\.(\w+)$/.exec(path)?.[1] ?? []);
    const absent = all.filter((field) => !(field in (topic ?? {})));
    expect(absent.filter((field) => !['overview', 'draft'].includes(field))).toEqual([]);
    expect(sectionOf(page, '## A topic, with every field explained')).toContain('`draft` marks');
  });
});

interface Field {
  readonly path: string;
  readonly optional: boolean;
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}
const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    properties: z.record(z.string(), jsonSchema).exactOptional(),
    required: z.array(z.string()).exactOptional(),
    items: jsonSchema.exactOptional(),
    additionalProperties: z.union([jsonSchema, z.boolean()]).exactOptional(),
  }),
);

/** Every field of a kind of file by its path: `topics[].cells.<id>.says`. */
function fieldsOf(name: string): readonly Field[] {
  const walk = (schema: JsonSchema, path: string): readonly Field[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
      const own = path === '' ? key : `${path}.${key}`;
      return [{ path: own, optional: schema.required?.includes(key) !== true }, ...walk(inner, own)];
    }),
    ...(schema.items ? walk(schema.items, `${path}[]`) : []),
    ...(typeof schema.additionalProperties === 'object' ? walk(schema.additionalProperties, `${path}.<id>`) : []),
  ];
  return walk(jsonSchema.parse(JSON.parse(printJsonSchema(name))), '');
}

/** What the page's tables say of a kind of file. Names in italics may be left out. */
function documented(name: string): readonly Field[] {
  const marks = [...page.matchAll(/<!-- fields of (\S+?)(?: under (\S+))? -->\n/g)].filter(([, of]) => of === name);
  return marks.flatMap((mark) => {
    const [whole, , under = ''] = mark;
    return rowsOf(page.slice(mark.index + whole.length)).flatMap(([cell = '']) =>
      [...cell.matchAll(/(\*?)`([^`]+)`/g)].map(([, italic, field]) => ({
        path: `${under}${field}`,
        optional: italic === '*',
      })),
    );
  });
}

describe('the fields', () => {
  const print = (fields: readonly Field[]) =>
    fields.map(({ path, optional }) => `${path}${optional ? '?' : ''}`).sort();

  it.each(SCHEMA_NAMES.map((name) => [name]))('of %s are all in the tables, and no others', (name) => {
    // The list that is all there is in a file, such as `tools`, needs no row of its own.
    const all = fieldsOf(name);
    const only = all.filter(({ path }) => /^\w+$/.test(path)).length === 1;
    const wanted = all.filter(({ path }) => !(only && /^\w+$/.test(path)));
    expect(print(documented(name))).toEqual(print(wanted));
  });
});

describe('what it says of', () => {
  it('the files of a folder is so, and which are needed', () => {
    const rows = rowsOf(sectionOf(page, '## What lies where'));
    const needed = rows.filter(([, , need]) => need === 'yes').map(([file = '']) => codesIn(file)[0] ?? '');
    const others = rows.filter(([, , need]) => need === 'no').map(([file = '']) => codesIn(file)[0] ?? '');
    const without = (names: readonly string[]) =>
      new Map([...folder].filter(([path]) => !names.includes(path.replace('running', '<section>'))));
    for (const name of needed) expect(() => loadKnowledge('example', without([name]))).toThrow('missing');
    for (const name of others) expect(faultsWithout(without([name])), name).not.toContain('missing');
    expect([...needed, ...others].sort()).toEqual(
      [...folder.keys()].map((path) => path.replace('running', '<section>')).sort(),
    );
  });

  it('the days of freshness is so', () => {
    const sayDays = (days: number) => (Number.isFinite(days) ? `${days} days` : 'never');
    const said = rowsOf(partOf(page, 'freshness')).map(([name = '', , due, withheld]) => [
      codesIn(name)[0],
      due,
      withheld,
    ]);
    expect(said).toEqual(CLASSES.map((name) => [name, sayDays(FRESH_DAYS[name]), sayDays(2 * FRESH_DAYS[name])]));
    const source: Source = { id: 'page', title: 'A page', kind: 'docs', read: '2026-01-01' };
    const after = (days: number) =>
      freshnessOf(
        'release',
        [source],
        new Date(Date.parse(source.read) + days * 86_400_000).toISOString().slice(0, 10),
      );
    expect([90, 91, 180, 181].map(after)).toEqual(['fresh', 'past', 'past', 'long past']);
  });

  it('schemas for editors is so', () => {
    const named = [...page.matchAll(/check --schema (\S+) > (\S+)/g)].map(([, name = '', file = '']) => ({
      name,
      file,
    }));
    expect(named.filter(({ name }) => !SCHEMA_NAMES.includes(name))).toEqual([]);
    const settings = z
      .object({ 'yaml.schemas': z.record(z.string(), z.string()) })
      .parse(JSON.parse(fencedIn(page, 'json')[0] ?? ''));
    expect(Object.keys(settings['yaml.schemas'])).toEqual(named.map(({ file }) => file));
  });
});

/** The message of the faults, if there are any: another file may miss what was in the one taken away. */
function faultsWithout(texts: ReadonlyMap<string, string>): string {
  try {
    loadKnowledge('example', texts);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
