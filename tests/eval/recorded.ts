import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { SETS, type SetName } from './golden.ts';
import { type Item, MEASURE_NAMES, MEASURES, type Measure } from './measures.ts';

const figure = z.strictObject({ good: z.int(), of: z.int(), missed: z.array(z.string()) });
/** A set that is new has nothing recorded yet. */
const figures = z.record(z.string(), figure).default({});
const recordedSchema = z.strictObject(
  Object.fromEntries(SETS.map((set) => [set, figures])) as Record<SetName, typeof figures>,
);

/** A figure that a change must not lower, with the ids that were missed, so that it can be told which got worse. */
export type Figure = Readonly<z.output<typeof figure>>;
export type Figures = Readonly<Partial<Record<Measure, Figure>>>;
export type Recorded = Readonly<Record<SetName, Figures>>;

const FILE = new URL('./recorded.json', import.meta.url);

export const readRecorded = (): Recorded => recordedSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** As Biome formats it: a list on one line where it fits, else an item a line. */
export function writeRecorded(recorded: Recorded): void {
  const text = JSON.stringify(recorded, null, 2).replace(
    /^(.*)\[\n([^\]]*?)\n\s*\](,?)$/gm,
    (whole, before: string, inner: string, after: string) => {
      const line = `${before}[${inner.trim().replace(/\n\s+/g, ' ')}]${after}`;
      return line.length <= WIDTH ? line : whole;
    },
  );
  writeFileSync(FILE, `${text}\n`);
}
const WIDTH = 120;

export function figuresOf(items: readonly Item[]): Figures {
  return Object.fromEntries(
    MEASURE_NAMES.map((measure) => {
      const own = items.filter((item) => item.measure === measure);
      return [
        measure,
        {
          good: own.filter(({ ok }) => ok).length,
          of: own.length,
          missed: own.filter(({ ok }) => !ok).map(({ id }) => id),
        },
      ];
    }),
  );
}

const shareOf = ({ good, of }: Figure): number => (of === 0 ? 1 : good / of);

/** What got worse by more than one question's worth, in sentences; empty when all is well. */
export function setbacks(recorded: Figures, items: readonly Item[]): readonly string[] {
  const measured = figuresOf(items);
  return MEASURE_NAMES.flatMap((measure) => {
    const [before, now] = [recorded[measure], measured[measure]];
    if (!before || !now) return [];
    // A sliver more than one question, for thirds and the like do not add up to the last bit.
    if (shareOf(now) >= shareOf(before) - 1.0001 / before.of) return [];
    const worse = items.filter((item) => item.measure === measure && !item.ok && !before.missed.includes(item.id));
    return [
      `${MEASURES[measure].says}: ${now.good} of ${now.of}, recorded ${before.good} of ${before.of}. Worse are:`,
      ...worse.map((item) => `  ${item.id} "${item.asked}": expected ${item.expected}, got ${item.got}`),
    ];
  });
}

export interface Raise {
  readonly recorded: Figures;
  readonly lines: readonly string[];
}

/** Records what rose; what fell stays as recorded unless it is forced. */
export function raise(recorded: Figures, measured: Figures, force: boolean): Raise {
  const lines: string[] = [];
  const raised = Object.fromEntries(
    MEASURE_NAMES.flatMap((measure) => {
      const [before, now] = [recorded[measure], measured[measure]];
      if (!now) return before ? [[measure, before]] : [];
      const say = (what: string) => lines.push(`${MEASURES[measure].says}: ${what}`);
      if (before && shareOf(now) < shareOf(before)) {
        say(
          `${now.good} of ${now.of} is below the recorded ${before.good} of ${before.of}, ${force ? 'lowered' : 'kept (--force lowers it)'}`,
        );
        return [[measure, force ? now : before]];
      }
      if (!before || shareOf(now) > shareOf(before))
        say(
          `${before ? `raised from ${before.good} of ${before.of}` : 'recorded as'} ${before ? 'to ' : ''}${now.good} of ${now.of}`,
        );
      return [[measure, now]];
    }),
  );
  return { recorded: raised, lines };
}
