import type { FreshnessClass, Source } from './model.ts';

/** Days after which a fact of the class has to be read again; history never. */
export const FRESH_DAYS: Readonly<Record<FreshnessClass, number>> = {
  release: 90,
  design: 270,
  history: Number.POSITIVE_INFINITY,
};
/** At this many times its class's days a fact is no longer passed on. */
const LONG_PAST = 2;

export type Freshness = 'fresh' | 'past' | 'long past';

const DAY_MS = 86_400_000;

/** Whole days from one day (YYYY-MM-DD) to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day on which the longest-unread of the sources was read; undefined without sources. */
export function oldestRead(sources: readonly Source[]): string | undefined {
  return sources.map((source) => source.read).sort()[0];
}

/** How fresh a fact is on a day. A fact is as old as the page behind it that was read longest ago. */
export function freshnessOf(keeps: FreshnessClass, sources: readonly Source[], today: string): Freshness {
  const read = oldestRead(sources);
  const age = read === undefined ? 0 : daysBetween(read, today);
  const limit = FRESH_DAYS[keeps];
  if (age <= limit) return 'fresh';
  return age <= limit * LONG_PAST ? 'past' : 'long past';
}
