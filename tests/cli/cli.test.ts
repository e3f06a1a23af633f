import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shipped } from '../knowledge/shipped.ts';
import { build } from '../support/built.ts';
import { linesOf, type Ran, run } from './run.ts';

beforeAll(build);

/** The small folder, where it does not matter what is known: it is read in no time. */
const SMALL = ['--knowledge', 'tests/knowledge-other'];

const ref = z.strictObject({ section: z.string(), topic: z.string(), title: z.string() });
/** The contract, key by key: one more or one fewer is a fault. */
const common = {
  question: z.string(),
  text: z.string(),
  sources: z.array(z.strictObject({ title: z.string().min(1), url: z.string() })),
  ms: z.number().nonnegative(),
};
const nearest = z.array(ref).max(3);
const line = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    section: z.string(),
    topic: z.string(),
    title: z.string(),
    nearest: nearest.min(1),
    ...common,
  }),
  z.strictObject({ kind: z.literal('choices'), nearest: nearest.min(2), ...common }),
  z.strictObject({ kind: z.literal('unknown'), nearest, ...common }),
  z.strictObject({ kind: z.literal('help'), ...common }),
  z.strictObject({ kind: z.literal('silent'), ...common }),
]);
type Line = z.output<typeof line>;

const read = (ran: Ran): readonly Line[] => linesOf(ran).map((each) => line.parse(JSON.parse(each)));
const shortOf = (each: Line): string => (each.kind === 'answer' ? each.topic : each.kind);

describe('fwcompare ask', () => {
  it('answers a question in plain text, verdict first', async () => {
    const { code, out, err } = await run(['ask', 'does pytorch run on tpus?']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const tpu = [...shipped.topics.values()].find(({ id }) => (id as string) === 'tpu');
    expect(out.split('\n')[0]).toBe(tpu?.verdict);
    expect(out).toMatch(/\[1\] .+ \(read /);
  });

  it('answers each line of its input, with --json as one object a line', async () => {
    const asked = ['does pytorch run on tpus?', 'how do I grow tomatoes', 'help', '“TPU” <@U0ADA>', 'tpu & <b>'];
    const ran = await run(['ask', '--json'], `${asked.join('\n')}\n`);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
    const lines = read(ran);
    expect(lines.map(({ question }) => question)).toEqual(asked);
    expect(lines.slice(0, 3).map(shortOf)).toEqual(['tpu', 'unknown', 'help']);
    const [first] = lines;
    if (first?.kind !== 'answer') throw new Error('no answer');
    expect(first.section).toBe('hardware');
    expect(first.nearest[0]).toEqual({ section: first.section, topic: first.topic, title: first.title });
    expect(first.sources[0]?.url).toMatch(/^https?:/);
  });

  it('takes the last line without its end, and the ends of lines of Windows', async () => {
    const lines = read(await run(['ask', '--json', ...SMALL], 'json\r\nlicences'));
    expect(lines.map(({ question }) => question)).toEqual(['json', 'licences']);
  });

  it('with --thread takes the lines for one thread, and an empty line for the beginning of the next', async () => {
    const thread = ['tpu', 'and pytorch?', 'thanks, that helps', 'source?', '', 'and pytorch?', 'lunch, anyone?'];
    const lines = read(await run(['ask', '--thread', '--json'], `${thread.join('\n')}\n`));
    expect(lines.map(({ question }) => question)).toEqual(thread.filter(Boolean));
    // The second thread begins with a mention that has nothing to follow: the framework itself is asked for.
    expect(lines.map(shortOf).slice(0, 4)).toEqual(['tpu', 'tpu', 'silent', 'tpu']);
    expect(shortOf(lines[4] as Line)).toBe('pytorch-strengths');
    expect(shortOf(lines[5] as Line)).toBe('silent');
    expect(lines[2]).toMatchObject({ kind: 'silent', text: '', sources: [] });
  });

  it('without --thread starts each line anew', async () => {
    const lines = read(await run(['ask', '--json', ...SMALL], 'json\nand postgres?\n'));
    expect(lines.map(shortOf)).toEqual(['json', 'in-short']);
  });

  it('says "(silent)" to a person where it would be silent', async () => {
    const { out } = await run(['ask', '--thread', ...SMALL], 'json\nthanks!\n');
    expect(out).toContain('\n(silent)\n');
  });

  it('with --why tells the rule, the words matched and the score', async () => {
    const { out } = await run(['ask', '--why', ...SMALL, 'postgers and json']);
    expect(out).toContain('Rule "asked"');
    expect(out).toContain('"postgers" was read as "postgres"');
    expect(out).toMatch(/score \d/);
  });

  it('takes KNOWLEDGE_DIR, and --knowledge over it', async () => {
    const other = { KNOWLEDGE_DIR: 'tests/knowledge-other' };
    expect(read(await run(['ask', '--json', 'jsonb'], '', other)).map(shortOf)).toEqual(['json']);
    expect(read(await run(['ask', '--json', '--knowledge', 'knowledge', 'tpu'], '', other)).map(shortOf)).toEqual([
      'tpu',
    ]);
  });

  it('fails with 1 and the reason where the knowledge cannot be read', async () => {
    const { code, out, err } = await run(['ask', '--knowledge', '/nowhere', 'tpu']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('/nowhere');
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('takes 40,000 characters on one line', async () => {
    const [answer] = read(await run(['ask', '--json', ...SMALL], `${'json '.repeat(8_000)}\n`));
    expect(answer?.question).toHaveLength(40_000);
  });
});

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A copy of the small folder with one file changed. */
async function spoilt(file: string, change: (text: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fwcompare-'));
  folders.push(folder);
  await cp('tests/knowledge-other', folder, { recursive: true });
  await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));
  return folder;
}

describe('fwcompare check', () => {
  it('says of a good folder how much it holds', async () => {
    const { code, out, err } = await run(['check', 'tests/knowledge-other']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('6 topics in 2 sections');
  });

  it('checks the shipped folder when none is named', async () => {
    const { code, out } = await run(['check']);
    expect(code).toBe(0);
    expect(out).toContain(`${shipped.topics.size} topics in 12 sections`);
  });

  it('tells every fault of a faulty one with file and line, and fails with 1', async () => {
    const folder = await spoilt('sections/basics.yaml', (text) =>
      text.replace('title: Licences', 'title: Licences\n    colour: red').replace('keeps: design', 'keeps: fresh'),
    );
    const { code, out, err } = await run(['check', folder]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/sections\/basics\.yaml:\d+: .*colour/);
    expect(err).toMatch(/sections\/basics\.yaml:\d+: .*keeps/);
  });

  it('fails with 1 where there is no folder', async () => {
    const { code, err } = await run(['check', '/nowhere']);
    expect(code).toBe(1);
    expect(err).toContain('/nowhere');
  });

  it('fails with --strict, and only then, where too much is due for a check', async () => {
    const stale = await spoilt('sources.yaml', (text) => text.replace(/read: .*/g, "read: '2019-01-01'"));
    expect((await run(['check', stale])).code).toBe(0);
    expect((await run(['check', '--strict', stale])).code).toBe(1);
  });
});

describe('fwcompare topics', () => {
  it('lists every topic under its section', async () => {
    const { code, out } = await run(['topics']);
    expect(code).toBe(0);
    for (const section of shipped.sections) expect(out).toContain(section.title);
    expect([...shipped.topics.values()].filter(({ title }) => !out.includes(title))).toEqual([]);
  });

  it('with --audit lists every claim of the article, who carries it, its verdict and its sources', async () => {
    const { code, out } = await run(['topics', '--audit']);
    expect(code).toBe(0);
    for (const topic of shipped.topics.values()) {
      for (const claim of topic.claims) {
        expect(out).toContain(`${claim.id}  ${claim.verdict.toUpperCase()}  in ${topic.section.slug}/${topic.id}`);
        expect(out).toContain(claim.said);
      }
    }
  });
});

describe.concurrent('every command', () => {
  it.each([
    ['--help'],
    ['ask', '--help'],
    ['check', '--help'],
    ['topics', '--help'],
    ['ingest', '--help'],
    ['doctor', '--help'],
  ])('has help: %s %s', async (...args) => {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Usage: fwcompare');
  });

  it.each([
    [['--nonsense']],
    [['nonsense']],
    [['ask', '--nonsense']],
    [['check', 'one', 'two']],
    [['topics', '--audit=yes']],
    [['ingest']],
    [['doctor', 'now']],
    [[]],
  ])('exits with 2 when it is called wrongly: %j', async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
    expect(err).not.toMatch(/^\s+at /m);
  });
});
