import { atThreshold, type CurvePoint } from './curve.ts';
import type { OurPoint } from './judge-ours.ts';
import { type Item, MEASURE_NAMES, MEASURES, type Measure } from './measures.ts';
import { type Share, shareOf } from './statistics.ts';

type Row = readonly string[];

/** A Markdown table; the first column is words, the others figures. */
export function table(head: Row, rows: readonly Row[]): string {
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
/** "97.4 % (93.5–99.0), 150 of 154" */
export function sayShare({ share, low, high, good, of }: Share): string {
  if (of === 0) return '–';
  return `${percent(share)} (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}), ${Number(good.toFixed(1))} of ${of}`;
}

export const tally = (items: readonly Item[]): Share => shareOf(items.filter(({ ok }) => ok).length, items.length);

/** Our figures on each set by itself and on all together. */
export function measureTable(sets: ReadonlyMap<string, readonly Item[]>): string {
  const all = [...sets.values()].flat();
  const of = (items: readonly Item[], measure: Measure) =>
    sayShare(tally(items.filter((item) => item.measure === measure)));
  return table(
    ['measure', 'goal', ...sets.keys(), 'together'],
    MEASURE_NAMES.map((measure) => {
      const { says, goal } = MEASURES[measure];
      return [
        says,
        goal === undefined ? '–' : `${100 * goal} %`,
        ...[...sets.values()].map((items) => of(items, measure)),
        of(all, measure),
      ];
    }),
  );
}

/** One measure, counted by what its items stand under. */
export function groupTable(
  sets: ReadonlyMap<string, readonly Item[]>,
  measure: Measure,
  by: 'section' | 'style' | 'category',
): string {
  const rows = new Map<string, Item[]>();
  for (const item of [...sets.values()].flat()) {
    if (item.measure !== measure) continue;
    const key = item[by] ?? 'other';
    rows.set(key, [...(rows.get(key) ?? []), item]);
  }
  const sorted = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const setOf = new Map([...sets].flatMap(([name, items]) => items.map((item) => [item, name] as const)));
  return table(
    [`${MEASURES[measure].says}, by ${by}`, ...sets.keys(), 'together'],
    sorted.map(([key, items]) => [
      key,
      ...[...sets.keys()].map((name) => sayShare(tally(items.filter((item) => setOf.get(item) === name)))),
      sayShare(tally(items)),
    ]),
  );
}

const BINS = 10;

/** How often the first candidate is right at each level of sureness. */
export function calibrationTable(points: readonly OurPoint[]): string {
  const bins = Array.from({ length: BINS }, (_, bin) =>
    points.filter(({ sureness }) => Math.min(BINS - 1, Math.floor(sureness * BINS)) === bin),
  );
  return table(
    ['sureness', 'questions', 'in scope', 'first section right, of all', 'of those in scope'],
    bins.map((bin, at) => {
      const inside = bin.filter(({ inScope }) => inScope);
      const right = bin.filter(({ firstRight }) => firstRight).length;
      return [
        `${(at / BINS).toFixed(1)}–${((at + 1) / BINS).toFixed(1)}`,
        String(bin.length),
        String(inside.length),
        bin.length > 0 ? percent(right / bin.length) : '–',
        inside.length > 0 ? percent(right / inside.length) : '–',
      ];
    }),
  );
}

/** Right and refused at thresholds from 0 to 1, to choose one by. */
export function thresholdTable(sets: ReadonlyMap<string, readonly OurPoint[]>): string {
  const thresholds = Array.from({ length: 21 }, (_, step) => step / 20);
  const say = ({ right, refused }: CurvePoint): string => `${percent(right)} / ${percent(refused)}`;
  return table(
    ['threshold', ...[...sets.keys()].map((name) => `${name}: right / refused`)],
    thresholds.map((threshold) => [
      threshold.toFixed(2),
      ...[...sets.values()].map((points) => say(atThreshold(points, threshold))),
    ]),
  );
}

/** Every miss, each once. */
export function missLines(sets: ReadonlyMap<string, readonly Item[]>): readonly string[] {
  return [...sets].flatMap(([name, items]) =>
    MEASURE_NAMES.flatMap((measure) => {
      const missed = items.filter((item) => item.measure === measure && !item.ok && !isListed(item, items));
      if (missed.length === 0) return [];
      const lines = missed.map(
        ({ id, style, category, asked, expected, got }) =>
          `- ${id} [${style ?? category ?? ''}] "${asked}": expected ${expected}; got ${got}`,
      );
      return [`### ${name}: ${MEASURES[measure].says}`, '', ...lines, ''];
    }),
  );
}

/** What is not right cannot say it either, hard ones stand among the refused, and written noise among the questions. */
function isListed({ measure, id }: Item, items: readonly Item[]): boolean {
  if (measure === 'refusedHard') return true;
  if (measure !== 'saysIt' && measure !== 'noisy') return false;
  return items.some((other) => other.measure === 'right' && other.id === id && !other.ok);
}
