import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainText } from '../../src/answer/plain-text.ts';
import { environmentSchema } from '../../src/config/environment.ts';
import { createBot } from '../../src/conversation/create-bot.ts';
import { exampleOf, FOLLOW_UPS } from '../../src/conversation/follow-ups.ts';
import { HEARD_FROM } from '../../src/conversation/hearing.ts';
import { RULES } from '../../src/conversation/rules.ts';
import { THRESHOLD } from '../../src/conversation/threshold.ts';
import { FRESH_DAYS } from '../../src/knowledge/freshness.ts';
import { readAppManifest } from '../../src/manifest.ts';
import { SETS } from '../eval/golden.ts';
import { MEASURE_NAMES, MEASURES } from '../eval/measures.ts';
import { readRecorded } from '../eval/recorded.ts';
import { shipped } from '../knowledge/shipped.ts';
import { codesIn, fencedIn, partOf, ROOT, readText, rowsOf, sectionOf, tableOf } from './markdown.ts';

const readme = readText('README.md');
const firstCodes = (part: string): readonly string[] =>
  rowsOf(partOf(readme, part)).map(([cell = '']) => codesIn(cell)[0] ?? cell);

const packageSchema = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  engines: z.object({ node: z.string() }),
  license: z.string(),
});
const pkg = packageSchema.parse(JSON.parse(readText('package.json')));

describe('the settings', () => {
  const read = Object.keys(environmentSchema.shape);

  it('that the README lists are those that are read, in the same order', () => {
    expect(firstCodes('environment')).toEqual(read);
  });

  it('that .env.example lists are the same, and empty', () => {
    const lines = readText('.env.example').match(/^[A-Z_]+=.*$/gm) ?? [];
    expect(lines).toEqual(read.map((name) => `${name}=`));
  });
});

describe('the tables of the README', () => {
  // When one of these fails, the code has moved on: paste what it expects between the marks.
  it('tell every rule of when it speaks as the code has it', () => {
    const rows = Object.entries(RULES).map(([name, says]) => [`\`${name}\``, says]);
    expect(partOf(readme, 'rules').trim()).toBe(tableOf(['Rule', 'What it means'], rows));
  });

  it.each(MEASURE_NAMES)('tell how right it is as recorded: %s', (measure) => {
    const recorded = readRecorded();
    const row = rowsOf(partOf(readme, 'eval')).find(([says]) => says === MEASURES[measure].says);
    const figures = SETS.flatMap((set) => recorded[set][measure] ?? []);
    expect(row?.slice(2, 2 + SETS.length).map((cell) => cell.split('), ')[1])).toEqual(
      figures.map(({ good, of }) => `${good} of ${of}`),
    );
  });

  it('tell every follow-up with its example, in the order in which they are tried', () => {
    const rows = FOLLOW_UPS.map((row) => [`\`${row.name}\``, row.says, exampleOf(row, shipped)]);
    expect(partOf(readme, 'follow-ups').trim()).toBe(tableOf(['Follow-up', 'What it does', 'For example'], rows));
  });

  it('name every runtime dependency and no other', () => {
    expect(firstCodes('dependencies')).toEqual(Object.keys(pkg.dependencies).sort());
  });

  it('say what for of every dependency', () => {
    expect(rowsOf(partOf(readme, 'dependencies')).filter(([, what = '']) => what.length < 8)).toEqual([]);
  });

  it('name every scope of the manifest and no other', () => {
    expect(firstCodes('scopes')).toEqual(readAppManifest().scopes);
  });

  it('name every room of the code and no other', () => {
    const rooms = readdirSync(`${ROOT}/src`, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `src/${entry.name}/` : `src/${entry.name}`,
    );
    expect([...firstCodes('rooms')].sort()).toEqual(rooms.sort());
  });
});

describe('what the README says of the code', () => {
  it('names only npm scripts that there are', () => {
    const named = [...readme.matchAll(/npm (?:run (\w+)|(start|test))/g)].map(([, script, own]) => script ?? own ?? '');
    expect(named.filter((script) => !(script in pkg.scripts))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'eval', 'bench']));
  });

  it('asks for the Node.js and carries the licence of package.json', () => {
    expect(/Node\.js ([\d.]+) or newer/.exec(readme)?.[1]).toBe(pkg.engines.node.replace('>=', ''));
    expect(sectionOf(readme, '## Licence')).toContain(pkg.license);
    expect(readText('LICENSE')).toContain(pkg.license);
  });

  it('tells the threshold and the days of freshness', () => {
    expect(/from (\d+) % on it answers/.exec(readme)?.[1]).toBe(String(Math.round(THRESHOLD * 100)));
    expect(/it is heard from (\d+) % on/.exec(readme)?.[1]).toBe(String(Math.round(HEARD_FROM * 100)));
    const days = /after (\d+) days, facts of design after (\d+)/.exec(readme)?.slice(1).map(Number);
    expect(days).toEqual([FRESH_DAYS.release, FRESH_DAYS.design]);
  });

  it('names only metrics that there are', async () => {
    const { createMetrics } = await import('../../src/ops/metrics.ts');
    const printed = await createMetrics('test').print();
    const named = codesIn(sectionOf(readme, '## Operate')).filter((code) => code.startsWith('fwcompare_'));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !printed.includes(`# HELP ${name} `))).toEqual([]);
  });

  it('leaves room for the figures of the evaluation and the benchmark', () => {
    expect(() => [partOf(readme, 'eval'), partOf(readme, 'bench')]).not.toThrow();
  });
});

describe('what the README says to type', () => {
  const bot = createBot(shipped);
  // The day of the newest reading: nothing is stale on it, and no clock moves it.
  const today = [...shipped.sources.values()].reduce((latest, { read }) => (read > latest ? read : latest), '');
  const ask = (text: string) => bot.reply({ text, way: 'command', botNames: ['fwcompare'], today }).answer;

  it('gets the answer that stands there, but for the days of reading', () => {
    const [sample = ''] = fencedIn(readme, 'text');
    const [command = '', ...answer] = sample.trim().split('\n');
    const question = /"(.+)"/.exec(command)?.[1] ?? '';
    const undated = (text: string) => text.replace(/\bread \d+ \w+ \d+/g, 'read …').trim();
    expect(undated(answer.join('\n'))).toBe(undated(plainText(ask(question))));
  });

  it('works in a thread from the first to the third thing to try', () => {
    const tried = codesIn(sectionOf(readme, '## Try it').split('Whether all is well')[0] ?? '').filter((code) =>
      /^[/@]|^and /.test(code),
    );
    expect(tried).toHaveLength(3);
    const [command = '', mention = '', followUp = ''] = tried;
    expect(ask(command.replace('/fwcompare ', '')).kind).toBe('answer');
    const begun = bot.reply({ text: mention, way: 'mention', botNames: ['fwcompare'], today });
    expect(begun.answer.kind).toBe('answer');
    if (!begun.thread) throw new Error('no thread');
    const { answer } = bot.reply({ text: followUp, way: 'overheard', thread: begun.thread, today });
    expect(answer).toMatchObject({ kind: 'answer', columns: [{ id: 'tensorflow' }] });
  });

  it('gets two rows for two topics, an older version for a pin, and the guest for its name', () => {
    const said = codesIn(sectionOf(readme, '## In Slack'));
    expect(said).toEqual(
      expect.arrayContaining(['tpu and amd gpu', 'tpu @torch2.1', 'tpu @torch2.1 @tf2.10', 'vs jax?']),
    );
    expect(ask('tpu and amd gpu')).toMatchObject({ topics: [{}, {}] });
    expect(ask('tpu @torch2.1 @tf2.10')).toMatchObject({
      topics: [{ cells: [{ at: 'PyTorch 2.1' }, { at: 'TensorFlow 2.10' }] }],
    });
    expect(ask('vs jax?')).toMatchObject({ kind: 'answer', slots: { frameworks: ['jax'] } });
  });

  it.each(['topics', 'help', 'why this answer', 'why so silent?', 'mute', 'unmute', 'leave'])(
    'is heard as a request: %s',
    (text) => {
      expect(codesIn(sectionOf(readme, '## In Slack').replace(/\s+/g, ' ')).join('\n')).toContain(text);
      expect(bot.reply({ text, way: 'mention', today }).why.rule.name).toBe('request');
    },
  );
});
