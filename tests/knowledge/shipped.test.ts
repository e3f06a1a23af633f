import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createBot } from '../../src/conversation/create-bot.ts';
import type { Topic } from '../../src/knowledge/model.ts';
import { readFolder } from '../../src/knowledge/read-folder.ts';
import { say } from '../conversation/talk.ts';
import { SHIPPED_FOLDER, shipped } from './shipped.ts';

const bot = createBot(shipped);
const topics: readonly Topic[] = [...shipped.topics.values()];

/** The contract's slugs, in its order. */
const SECTIONS = [
  'history',
  'ease-of-use',
  'performance',
  'hardware',
  'distributed-training',
  'debugging',
  'cloud',
  'high-level-apis',
  'deployment',
  'choosing',
  'best-of-both',
  'summary',
];

/** What answers a question asked straight out: topics of the answer, those offered as a choice, or nothing. */
function reached(text: string): { readonly answered: readonly string[]; readonly nearest: readonly string[] } {
  const { answer, nearest } = say(bot, text, 'command');
  return {
    answered: answer.kind === 'answer' ? answer.topics.map(({ ref }) => ref.topic) : [],
    nearest: nearest.map(({ topic }) => topic),
  };
}

describe('the shipped knowledge', () => {
  it('has the twelve sections of the article, in its order', () => {
    expect(shipped.sections.map(({ slug }) => slug)).toEqual(SECTIONS);
  });

  it('has a hundred topics or more', () => {
    expect(topics.length).toBeGreaterThanOrEqual(100);
  });

  it('answers every example of its help', () => {
    expect(shipped.about.examples.filter((example) => reached(example).answered.length === 0)).toEqual([]);
  });

  it.each(shipped.sections.map((section) => [section.slug, section] as const))(
    'has one overview of %s',
    (_, section) => {
      expect(section.topics.filter((topic) => topic.overview)).toHaveLength(1);
    },
  );
});

describe('reachable by name', () => {
  it.each(shipped.sections.map((section) => [section.title, section] as const))(
    'section %s: its title leads into it, and its overview is answered for one of its own phrases',
    (title, section) => {
      const { answered, nearest } = reached(title);
      const own = section.topics.map(({ id }) => id as string);
      expect(
        [...answered, ...nearest].some((id) => own.includes(id)),
        `${title}: ${nearest.join(', ')}`,
      ).toBe(true);
      const overview = section.topics.find((topic) => topic.overview);
      const phrases = [title, ...section.asked, overview?.title ?? '', ...(overview?.asked ?? [])];
      expect(phrases.filter((phrase) => reached(phrase).answered[0] === overview?.id)).not.toEqual([]);
    },
  );

  it.each(topics.map((topic) => [topic.title, topic] as const))('topic %s', (title, topic) => {
    const { answered, nearest } = reached(title);
    // Two topics may share the words of a title; then this one has to be in sight, and is answered for a phrase of its own.
    expect([...answered, ...nearest]).toContain(topic.id);
    const phrases = [title, ...topic.asked];
    expect(phrases.filter((phrase) => reached(phrase).answered[0] === topic.id)).not.toEqual([]);
  });

  it('topics: nine titles in ten are answered from that very topic', () => {
    const missed = topics
      .filter(({ id, title }) => reached(title).answered[0] !== id)
      .map(({ id, title }) => `${id}: ${title}`);
    expect(missed.length, missed.join('\n')).toBeLessThan(topics.length / 10);
  });

  it.each(shipped.tools.map((tool) => [tool.name, tool] as const))('tool %s', (name, tool) => {
    expect(reached(name).answered).toContain(tool.topic);
  });

  it.each(shipped.frameworks.map((framework) => [framework.name, framework] as const))(
    'framework %s',
    (name, framework) => {
      expect(reached(name).answered).toContain(framework.topic ?? shipped.about.defaultTopic);
    },
  );
});

describe('every cell', () => {
  it('of a standing column is there, in words, and cites', () => {
    for (const topic of topics.filter(({ cells }) => cells.size > 0)) {
      for (const framework of shipped.frameworks.filter(({ column }) => column)) {
        const cell = topic.cells.get(framework.id);
        expect(cell?.sources.length, `${topic.id}, ${framework.id}`).toBeGreaterThan(0);
        for (const earlier of cell?.earlier ?? [])
          expect(earlier.sources.length, `${topic.id}, ${framework.id}`).toBeGreaterThan(0);
      }
    }
  });

  it('has its statements newest first, each ending where the next begins or before', () => {
    for (const topic of topics) {
      for (const cell of topic.cells.values()) {
        for (const earlier of cell.earlier) expect(earlier.until, topic.id).toBeDefined();
      }
    }
  });
});

describe('benchmarks', () => {
  it('all belong to a topic', () => {
    const shown = new Set(topics.flatMap((topic) => topic.charts.map(({ id }) => id)));
    expect(shipped.charts.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

const research = fileURLToPath(new URL('../../../shared/research/facts.yaml', import.meta.url));
const facts = existsSync(research)
  ? z
      .object({
        claims: z.array(z.object({ id: z.string() })),
        benchmarks: z.array(z.object({ value: z.number(), unit: z.string() })),
      })
      .parse(parse(readFileSync(research, 'utf8')))
  : undefined;
if (!facts)
  console.log(`Skipped: ${research} is not on this machine, so what it holds cannot be compared with the knowledge.`);

describe.skipIf(!facts)('what the research found', () => {
  it('is all carried: no claim of the article is missing, none is carried twice', () => {
    const carried = topics.flatMap((topic) => topic.claims.map(({ id }) => id));
    expect([...carried].sort()).toEqual((facts?.claims ?? []).map(({ id }) => id).sort());
  });

  it('is charted: every published figure stands in a chart', () => {
    const key = (value: number, unit: string) => `${value} ${unit}`;
    const charted = new Set(shipped.charts.flatMap((chart) => chart.rows.map((row) => row.value)));
    expect(
      (facts?.benchmarks ?? []).filter(({ value }) => !charted.has(value)).map(({ value, unit }) => key(value, unit)),
    ).toEqual([]);
  });
});

const articles = fileURLToPath(new URL('../../../shared/article', import.meta.url));
const article = existsSync(articles)
  ? readdirSync(articles)
      .map((file) => readFileSync(`${articles}/${file}`, 'utf8'))
      .join('\n')
  : undefined;
if (article === undefined)
  console.log(`Skipped: ${articles} is not on this machine, so the knowledge cannot be compared with its wording.`);

describe.skipIf(article === undefined)("the article's wording", () => {
  it('is nowhere in the knowledge: not eight words in a row', async () => {
    const MOST = 8;
    const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = function* (text: string): Generator<string> {
      const all = words(text);
      for (let at = 0; at + MOST <= all.length; at += 1) yield all.slice(at, at + MOST).join(' ');
    };
    const said = new Set(runs(article ?? ''));
    const title = words(shipped.about.article.title).join(' ');
    const copied: string[] = [];
    for (const [file, text] of await readFolder(SHIPPED_FOLDER)) {
      // The title of the article is its name, and is quoted.
      for (const run of runs(text)) if (said.has(run) && !title.includes(run)) copied.push(`${file}: ${run}`);
    }
    expect(copied).toEqual([]);
  });
});

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.log('Skipped: python3 is not on the path, so the snippets cannot be parsed.');

describe.skipIf(!python)('snippets', () => {
  it('are Python that parses', () => {
    const snippets = topics.flatMap((topic) =>
      topic.code?.language === 'python'
        ? [...topic.code.snippets].map(([framework, code]) => [`${topic.id}, ${framework}`, code] as const)
        : [],
    );
    expect(snippets.length).toBeGreaterThan(0);
    // One process for all of them.
    const program =
      'import ast, json, sys\nfor name, code in json.load(sys.stdin):\n    try: ast.parse(code)\n    except SyntaxError as e: print(name, e)\n';
    const { stdout, stderr, status } = spawnSync('python3', ['-c', program], {
      input: JSON.stringify(snippets),
      encoding: 'utf8',
    });
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 });
  });
});
