import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createBot } from '../../src/conversation/create-bot.ts';
import { THRESHOLD } from '../../src/conversation/threshold.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { entriesOf } from '../../src/retrieval/entries.ts';
import { atThreshold, chooseThreshold, curveOf, leadOver, rightAt } from './curve.ts';
import { type DrawnCurve, drawCurves } from './curve-svg.ts';
import { areaAsShipped, areaOf, crossValidated, fitSureness, weightLines } from './fit.ts';
import { fitHearing } from './fit-hearing.ts';
import { loadGolden, SETS, type SetName } from './golden.ts';
import { Judge, type Judged, type OurPoint, UNREAD } from './judge-ours.ts';
import { judgePeer, type PeerPoint } from './judge-peer.ts';
import { type Item, MEASURES, type Point } from './measures.ts';
import { PEERS } from './peers.ts';
import { Progress } from './progress.ts';
import { figuresOf, raise, readRecorded, writeRecorded } from './recorded.ts';
import {
  calibrationTable,
  groupTable,
  measureTable,
  missLines,
  percent,
  sayShare,
  table,
  tally,
  thresholdTable,
} from './report.ts';
import { loadShipped } from './shipped.ts';
import { shareOf } from './statistics.ts';

const HELP = `npm run eval -- [options]: how often answers are right on each set, ours beside the peers
  --misses      list every miss
  --no-peers    ours only, in seconds
  --peers <a,b> only these peers: Fuse.js takes a second or two for each question, the others milliseconds
  --sets <a,b>  only these sets
  --svg <file>  draw every system's curve of right against refused
  --json        everything as JSON instead of tables, every miss included
  --record      raise the recorded figures that tests hold changes to; --force lowers them too
  --fit         fit the weights of sureness and of hearing in threads, and print them`;

const { values: options } = parseArgs({
  options: {
    misses: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    sets: { type: 'string', default: SETS.join(',') },
    peers: { type: 'string', default: PEERS.map(({ name }) => name).join(',') },
    svg: { type: 'string' },
    json: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    fit: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const OURS = 'fwcompare';
const CHOSEN = SETS.filter((set) => options.sets.split(',').includes(set));
type BySet<T> = ReadonlyMap<string, readonly T[]>;
const together = <T>(sets: BySet<T>): BySet<T> => new Map([...sets, ['together', [...sets.values()].flat()]]);
const print = (...lines: readonly string[]): void => {
  if (!options.json) console.log(lines.join('\n'));
};

async function main(): Promise<void> {
  const knowledge = await loadShipped();
  const judge = new Judge(knowledge);
  // Figures are recorded of all sets, or those left out would be forgotten.
  const judged = new Map((options.record ? SETS : CHOSEN).map((set) => [set, judge.judgeNamed(set)] as const));
  if (options.fit) {
    printFit(judged, new Judge({ ...knowledge, elsewhere: [] }));
    return printHearing(knowledge);
  }
  if (options.record) return record(judged);

  const items: BySet<Item> = new Map([...judged].map(([set, { items }]) => [set, items]));
  const points: BySet<OurPoint> = new Map([...judged].map(([set, { points }]) => [set, points]));
  printOurs(items, points);
  const peers = options['no-peers'] ? new Map<string, BySet<PeerPoint>>() : await judgePeers(entriesOf(knowledge));
  if (peers.size > 0) printPeers(items, points, peers);
  if (options.misses) print('## Every miss', '', ...missLines(items));
  const curves = drawnCurves(points, peers);
  if (options.svg !== undefined) {
    writeFileSync(options.svg, drawCurves(`Right against refused, on ${CHOSEN.join(' and ')} together`, curves));
    print(`Curves drawn to ${options.svg}.`);
  }
  if (options.json) console.log(JSON.stringify(jsonOf(items, points, curves), null, 2));
}

function printOurs(items: BySet<Item>, points: BySet<OurPoint>): void {
  print(
    `## Ours at the one threshold, ${THRESHOLD}`,
    '',
    'Shares with their 95 % interval (Wilson). Noisy golden questions are derived from the others: slips of the finger, short forms, Slack markup, capitals, no punctuation.',
    '',
    measureTable(items),
    '',
    groupTable(items, 'right', 'section'),
    '',
    groupTable(items, 'right', 'style'),
    '',
    groupTable(items, 'noisy', 'style'),
    '',
    groupTable(items, 'refused', 'category'),
    '',
    groupTable(items, 'followUps', 'category'),
    '',
    '## Calibration: how often it is right at each level of sureness',
    '',
    ...[...together(points)].flatMap(([set, own]) => [`${set}:`, '', calibrationTable(own), '']),
    '## The curve to choose the threshold from',
    '',
    thresholdTable(together(points)),
    '',
  );
}

async function judgePeers(entries: Parameters<typeof judgePeer>[1]): Promise<ReadonlyMap<string, BySet<PeerPoint>>> {
  const sets = Object.fromEntries(CHOSEN.map((set) => [set, loadGolden(set)]));
  const progress = new Progress();
  const judged = new Map<string, BySet<PeerPoint>>();
  for (const peer of PEERS.filter(({ name }) => options.peers.split(',').includes(name)))
    judged.set(peer.name, await judgePeer(peer, entries, sets, progress));
  progress.end();
  return judged;
}

function printPeers(items: BySet<Item>, points: BySet<OurPoint>, peers: ReadonlyMap<string, BySet<PeerPoint>>): void {
  const allItems = together(items);
  const allPoints = together(points);
  print(
    '## Beside the peers',
    '',
    `Same entries, same questions; peers get them as plain text, without Slack's markup. Every threshold is chosen by one rule: the one at which right + refused is greatest on the golden set. ${OURS} stands there twice, with that one and as shipped.`,
    '',
    ...PEERS.filter(({ name }) => peers.has(name)).map(({ name, how }) => `- ${name}: ${how}`),
    '',
  );
  for (const set of allItems.keys()) {
    const ours = allPoints.get(set) ?? [];
    const own = allItems.get(set) ?? [];
    const chosen = chooseThreshold(points.get('golden') ?? []);
    const rows = [
      ourRow(`**${OURS}** as shipped`, THRESHOLD, own, ours),
      [
        `${OURS}, same rule`,
        chosen.toFixed(3),
        ...['right', 'noisy', 'refused'].map((measure) =>
          measure === 'noisy' ? '–' : sayShare(shareAt(ours, chosen, measure === 'right')),
        ),
        sayShare(shareAt(ours, 0, true)),
        '–',
      ],
      ...[...peers].map(([name, sets]) => peerRow(name, sets.get('golden') ?? [], together(sets).get(set) ?? [])),
    ];
    print(
      `### ${set}`,
      '',
      table(
        [
          'system',
          'threshold',
          MEASURES.right.says,
          MEASURES.noisy.says,
          MEASURES.refused.says,
          'right section first, answering all',
          MEASURES.top3.says,
        ],
        rows,
      ),
      '',
    );
  }
  print('### Do our curves lie above?', '');
  for (const [set, ours] of allPoints) {
    const curve = curveOf(ours);
    for (const [name, sets] of peers) {
      const theirs = curveOf(ownPoints(together(sets).get(set) ?? []));
      const lead = leadOver(curve, theirs);
      const where = lead.lost.map(
        ({ refused, right }) =>
          `${percent(right)} against our ${percent(rightAt(curve, refused))} at ${percent(refused)} refused`,
      );
      print(
        `- ${set}, ${name}: ${lead.everywhere ? `above everywhere, by at least ${(100 * lead.least).toFixed(1)} points` : `not above at ${where.length} points: ${where.slice(0, 4).join('; ')}`}`,
      );
    }
  }
  print('');
}

const ownPoints = (points: readonly PeerPoint[]): readonly PeerPoint[] => points.filter(({ derived }) => !derived);

function shareAt(points: readonly Point[], threshold: number, inScope: boolean) {
  const own = points.filter((point) => point.inScope === inScope);
  return shareOf(
    own.filter(({ right, score }) => (inScope ? right && score >= threshold : score < threshold)).length,
    own.length,
  );
}

function ourRow(name: string, threshold: number, items: readonly Item[], points: readonly Point[]): readonly string[] {
  const of = (measure: Item['measure']) => sayShare(tally(items.filter((item) => item.measure === measure)));
  return [
    name,
    String(threshold),
    of('right'),
    of('noisy'),
    of('refused'),
    sayShare(shareAt(points, 0, true)),
    of('top3'),
  ];
}

function peerRow(name: string, golden: readonly PeerPoint[], points: readonly PeerPoint[]): readonly string[] {
  const threshold = chooseThreshold(ownPoints(golden));
  const own = ownPoints(points);
  const inside = own.filter(({ inScope }) => inScope);
  return [
    name,
    threshold.toFixed(3),
    sayShare(shareAt(own, threshold, true)),
    sayShare(
      shareAt(
        points.filter(({ noisy }) => noisy),
        threshold,
        true,
      ),
    ),
    sayShare(shareAt(own, threshold, false)),
    sayShare(shareAt(own, 0, true)),
    sayShare(shareOf(inside.filter(({ top3 }) => top3).length, inside.length)),
  ];
}

function drawnCurves(points: BySet<OurPoint>, peers: ReadonlyMap<string, BySet<PeerPoint>>): readonly DrawnCurve[] {
  const ours = [...points.values()].flat();
  return [
    { name: OURS, curve: curveOf(ours), mark: atThreshold(ours, THRESHOLD) },
    ...[...peers].map(([name, sets]) => {
      const own = ownPoints([...sets.values()].flat());
      return {
        name,
        curve: curveOf(own),
        mark: atThreshold(own, chooseThreshold(ownPoints(sets.get('golden') ?? []))),
      };
    }),
  ];
}

function printFit(judged: ReadonlyMap<SetName, Judged>, withoutElsewhere: Judge): void {
  const sets = new Map([...judged].map(([set, { points }]) => [set, points]));
  const read = SETS.filter((set) => !UNREAD.has(set));
  const without = together(new Map(read.map((set) => [set, withoutElsewhere.judgeNamed(set).points])));
  for (const [set, points] of together(new Map(read.map((name) => [name, sets.get(name) ?? []])))) {
    const fit = fitSureness(points, without.get(set) ?? []);
    console.log(
      `Fitted on ${set} (${points.length} questions); area under the curve, cross-validated in fifths: ${crossValidated(points).toFixed(4)}`,
    );
    for (const [other, own] of sets)
      console.log(
        `  area on ${other}: fitted ${areaOf(own, fit).toFixed(4)}, as shipped ${areaAsShipped(own).toFixed(4)}`,
      );
    console.log(`${weightLines(fit)}\n`);
  }
}

function printHearing(knowledge: Knowledge): void {
  const sets = SETS.filter((set) => !UNREAD.has(set)).map(loadGolden);
  console.log('Hearing, fitted on the dialogues of these sets and the messages of tests/conversation/overheard.yaml');
  console.log(weightLines(fitHearing(createBot(knowledge), sets)));
}

function record(judged: ReadonlyMap<SetName, Judged>): void {
  const recorded = readRecorded();
  const raised = SETS.map((set) => ({
    set,
    ...raise(recorded[set], figuresOf(judged.get(set)?.items ?? []), options.force),
  }));
  for (const { set, lines } of raised) for (const line of lines) console.log(`${set}: ${line}`);
  writeRecorded(
    Object.fromEntries(raised.map(({ set, recorded: figures }) => [set, figures])) as Record<
      SetName,
      (typeof raised)[number]['recorded']
    >,
  );
}

function jsonOf(items: BySet<Item>, points: BySet<OurPoint>, curves: readonly DrawnCurve[]) {
  return {
    threshold: THRESHOLD,
    sets: Object.fromEntries(
      [...items].map(([set, own]) => [set, { figures: figuresOf(own), misses: own.filter(({ ok }) => !ok) }]),
    ),
    points: Object.fromEntries(points),
    curves,
  };
}

if (options.help) console.log(HELP);
else await main();
