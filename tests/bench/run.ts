import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { plainText } from '../../src/answer/plain-text.ts';
import { createBot, createBotInSlices } from '../../src/conversation/create-bot.ts';
import { keptBot } from '../../src/kept/kept-bot.ts';
import { Shelf } from '../../src/kept/shelf.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { toQuestion } from '../../src/question/question.ts';
import { type Entry, entriesOf } from '../../src/retrieval/entries.ts';
import { learntInSlices, retrieverOf } from '../../src/retrieval/retriever.ts';
import { inSlices } from '../../src/slices.ts';
import { loadGolden, SETS } from '../eval/golden.ts';
import { FUSE_DEFAULT, MINI_SEARCH } from '../eval/peers.ts';
import { Progress } from '../eval/progress.ts';
import { table } from '../eval/report.ts';
import { dayOf, loadShipped } from '../eval/shipped.ts';
import { generate } from './generate.ts';
import { LONGEST, LONGEST_INPUTS } from './longest.ts';
import { bytesInUse, quantile, time, timeAsync, watchLoop } from './measure.ts';
import { type Built, type BuiltOften, build, interleave, OURS, type System, systemsOn } from './systems.ts';

const HELP = `npm run bench -- [options]: speed and memory, ours beside the peers in the same run on the same entries and questions
  --quick      a smoke run: few questions, up to 1,000 entries
  --no-peers   ours only`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const SIZES = options.quick ? [100, 1_000] : [100, 1_000, 10_000, 100_000];
const QUESTIONS = options.quick ? 60 : 300;
/** Every so many of the sets' questions is asked: Fuse.js takes a good part of a second for each. */
const STRIDE = options.quick ? 21 : 3;
/** What a peer may take to build an index, and for its questions, before it is left out at larger sizes. */
const BUDGET_MS = options.quick ? 3_000 : 45_000;
/** How often each system is built on the shipped knowledge: most of the builds are of compiled code. */
const BUILDS = 31;
/** Fewer answers than this tell nothing of a p95. */
const FEWEST = 20;
const WARM_UP_MS = options.quick ? 500 : 1_000;

const progress = new Progress();
const number = (value: number): string => value.toLocaleString('en-US');
const ms = (value: number): string => (value < 9.995 ? value.toFixed(2) : number(Math.round(value)));
const megabytes = (bytes: number): string =>
  Math.abs(bytes) < 9.95e6 ? (bytes / 1e6).toFixed(1) : number(Math.round(bytes / 1e6));

async function main(): Promise<void> {
  const knowledge = await loadShipped();
  const systems = systemsOn(knowledge).filter(({ name }) => name === OURS || !options['no-peers']);
  console.log(
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform} ${process.arch}. Times in milliseconds.\n`,
  );
  await benchShipped(knowledge, systems);
  await benchGrowth(knowledge, systems);
  benchLongest(knowledge);
  progress.end();
}

async function benchShipped(knowledge: Knowledge, systems: readonly System[]): Promise<void> {
  const entries = entriesOf(knowledge);
  const all = SETS.flatMap((set) => loadGolden(set).questions.map(({ q }) => q));
  const questions = all.filter((_, at) => at % STRIDE === 0);
  const built: BuiltOften[] = [];
  for (const system of systems) {
    progress.show('building on the shipped knowledge', built.length, systems.length);
    built.push(await build(system, entries, BUILDS));
  }
  const times = interleave(
    built,
    questions,
    { warmUp: WARM_UP_MS, rounds: 1, budget: Number.POSITIVE_INFINITY },
    (done, of) => progress.show('questions on the shipped knowledge', done, of),
  );
  const kept = await takeKept(knowledge);
  const sliced = await watchLoop(async () => createBotInSlices(await loadShipped()));
  progress.end();
  console.log(`## The shipped knowledge: ${number(entries.length)} entries, ${number(questions.length)} questions\n`);
  console.log(rowsFor(built, times));
  console.log(
    `\nA changed folder is read, checked and learnt from, follow-ups too, in slices in ${ms(sliced.ms)} ms; the event loop is never kept longer than ${ms(sliced.longestBlock)} ms.`,
  );
  printTargets(built, times, kept);
  printWholeReply(knowledge, questions);
}

/** How long our index takes to be there when an earlier start kept it: the first time, and the median of many. */
async function takeKept(knowledge: Knowledge): Promise<{ readonly first: number; readonly median: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'fwcompare-bench-'));
  const shelf = new Shelf(folder, 'bench');
  const take = () => timeAsync(() => keptBot(knowledge, shelf, { threads: false }));
  await take();
  const took: number[] = [];
  while (took.length < BUILDS) took.push((await take()).ms);
  await rm(folder, { recursive: true });
  return { first: took[0] ?? Number.NaN, median: quantile(took, 0.5) };
}

function rowsFor(built: readonly BuiltOften[], times: ReadonlyMap<string, readonly number[]>): string {
  const median = (name: string) => quantile(times.get(name) ?? [], 0.5);
  return table(
    ['system', 'median', 'p95', 'longest', 'median to ours', 'build', 'first build', 'memory, MB'],
    built.map(({ name, buildMs, firstBuildMs, bytes }) => {
      const own = times.get(name) ?? [];
      const to = median(name) / median(OURS);
      return [
        name,
        ms(median(name)),
        ms(quantile(own, 0.95)),
        ms(Math.max(...own)),
        `${to.toFixed(to < 10 ? 2 : 0)} ×`,
        ms(buildMs),
        ms(firstBuildMs),
        megabytes(bytes),
      ];
    }),
  );
}

/** What the project set out to reach, said plainly. */
function printTargets(
  built: readonly Built[],
  times: ReadonlyMap<string, readonly number[]>,
  kept: { readonly first: number; readonly median: number },
): void {
  const median = (name: string) => quantile(times.get(name) ?? [], 0.5);
  const ours = built.find(({ name }) => name === OURS);
  const say = (isMet: boolean, what: string) => console.log(`- ${isMet ? 'met' : 'MISSED'}: ${what}`);
  console.log('');
  if (times.has(FUSE_DEFAULT))
    say(median(OURS) <= median(FUSE_DEFAULT) / 10, `median at most a tenth of ${FUSE_DEFAULT}'s`);
  if (times.has(MINI_SEARCH)) say(median(OURS) <= median(MINI_SEARCH), `median at most ${MINI_SEARCH}'s`);
  if (ours)
    say(
      kept.median < 50,
      `index there in less than 50 ms, as an earlier start kept it: in ${ms(kept.median)} (${ms(kept.first)} the first time); built anew, once the knowledge has changed, in ${ms(ours.buildMs)}`,
    );
  console.log('');
}

function printWholeReply(knowledge: Knowledge, questions: readonly string[]): void {
  const bot = createBot(knowledge);
  const today = dayOf(knowledge);
  const answer = (text: string) => plainText(bot.reply({ text, way: 'command', today }).answer);
  for (const question of questions) answer(question);
  const took = questions.map((question) => time(() => answer(question)).ms);
  console.log(
    `From message to the whole answer as text: median ${ms(quantile(took, 0.5))} ms, p95 ${ms(quantile(took, 0.95))} ms.\n`,
  );
}

interface Grown {
  readonly built?: Built;
  readonly times: readonly number[];
  /** Why there are no figures. */
  readonly skipped?: string;
  readonly longestBlock?: number;
}

async function benchGrowth(knowledge: Knowledge, systems: readonly System[]): Promise<void> {
  console.log('## Growth: generated entries\n');
  const rows: string[][] = [];
  let before = new Map<string, Grown>();
  for (const size of SIZES) {
    const { entries, questions } = generate(knowledge, size, QUESTIONS);
    const now = await grow(knowledge, systems, entries, questions, before);
    const ourMedian = quantile(now.get(OURS)?.times ?? [], 0.5);
    for (const [name, grown] of now) rows.push([number(size), ...growthRow(name, grown, ourMedian)]);
    before = now;
  }
  progress.end();
  console.log(
    table(
      ['entries', 'system', 'median', 'p95', 'longest', 'median to ours', 'build', 'memory, MB', 'longest block'],
      rows,
    ),
  );
  console.log('');
}

/** All systems on the same entries: ours is built in slices, beside a probe of the event loop. */
async function grow(
  knowledge: Knowledge,
  systems: readonly System[],
  entries: readonly Entry[],
  questions: readonly string[],
  before: ReadonlyMap<string, Grown>,
): Promise<Map<string, Grown>> {
  const what = `${number(entries.length)} entries`;
  const grown = new Map<string, Grown>();
  for (const system of systems) {
    progress.show(`building on ${what}`, grown.size, systems.length);
    if (system.name === OURS) {
      grown.set(OURS, await growOurs(knowledge, entries));
      continue;
    }
    const skipped = reasonToSkip(before.get(system.name));
    grown.set(system.name, skipped ? { skipped, times: [] } : { built: await build(system, entries, 1), times: [] });
  }
  const built = [...grown.values()].flatMap((each) => each.built ?? []);
  const times = interleave(built, questions, { warmUp: WARM_UP_MS, rounds: 1, budget: BUDGET_MS }, (done, of) =>
    progress.show(`questions on ${what}`, done, of),
  );
  return new Map([...grown].map(([name, each]) => [name, { ...each, times: times.get(name) ?? [] }]));
}

async function growOurs(knowledge: Knowledge, entries: readonly Entry[]): Promise<Grown> {
  const before = bytesInUse();
  const {
    value: retriever,
    ms: buildMs,
    longestBlock,
  } = await watchLoop(async () => retrieverOf(await inSlices(learntInSlices(knowledge, entries))));
  const bytes = bytesInUse() - before;
  return {
    built: { name: OURS, ask: (typed) => retriever.retrieve(toQuestion(typed)), buildMs, bytes },
    times: [],
    longestBlock,
  };
}

/** Ten times the entries take ten times as long, at the least. */
function reasonToSkip(before: Grown | undefined): string | undefined {
  if (!before) return undefined;
  if (!before.built) return before.skipped;
  const seconds = (value: number) => `${number(Math.round(value / 1000))} s`;
  const building = before.built.buildMs * 10;
  if (building > BUDGET_MS) return `skipped: building would take ${seconds(building)} or more`;
  const answering = quantile(before.times, 0.5) * 10;
  if (answering * FEWEST > BUDGET_MS) return `skipped: a question would take ${seconds(answering)} or more`;
  const bytes = before.built.bytes * 10;
  if (bytes > getHeapStatistics().heap_size_limit / 3) return `skipped: would need ${megabytes(bytes)} MB`;
  return undefined;
}

function growthRow(name: string, { built, times, skipped, longestBlock }: Grown, ourMedian: number): string[] {
  if (!built) return [name, skipped ?? '–', ...Array.from({ length: 6 }, () => '–')];
  const median = quantile(times, 0.5);
  const few = times.length < QUESTIONS ? ` (${times.length} questions)` : '';
  return [
    name,
    ms(median) + few,
    ms(quantile(times, 0.95)),
    ms(Math.max(...times)),
    `${(median / ourMedian).toFixed(median / ourMedian < 10 ? 2 : 0)} ×`,
    ms(built.buildMs),
    megabytes(built.bytes),
    longestBlock === undefined ? '–' : ms(longestBlock),
  ];
}

/** The longest messages there can be, on the shipped knowledge, from message to reply. */
function benchLongest(knowledge: Knowledge): void {
  const bot = createBot(knowledge);
  const today = dayOf(knowledge);
  const rows = Object.entries(LONGEST_INPUTS).map(([kind, text], at, all) => {
    progress.show('longest messages', at, all.length);
    // The middle of five: what else the machine does is no property of the message.
    const took = Array.from({ length: 5 }, () => time(() => bot.reply({ text, way: 'command', today })).ms);
    return { kind, took: quantile(took, 0.5) };
  });
  progress.end();
  const sorted = rows.sort((a, b) => b.took - a.took);
  const [worst] = sorted;
  console.log(`## Messages of ${number(LONGEST)} characters\n`);
  console.log(
    table(
      ['kind', 'time'],
      sorted.slice(0, 8).map(({ kind, took }) => [kind, ms(took)]),
    ),
  );
  if (worst)
    console.log(
      `\nThe longest of ${rows.length} kinds took ${ms(worst.took)} ms (${worst.kind}): ${worst.took < 50 ? 'met' : 'MISSED'}, at most 50 ms.`,
    );
}

if (options.help) console.log(HELP);
else await main();
