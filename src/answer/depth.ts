import type { Claim } from '../knowledge/model.ts';
import type { Want } from '../question/wants.ts';

/** How much of a topic an answer shows: one phone screen, unless somebody asks for more. */
export interface Depth {
  readonly cells: boolean;
  readonly notes: boolean;
  readonly disputed: boolean;
  /** At most so many. */
  readonly claims: number;
  readonly charts: number;
  readonly sources: number;
}

const SHORT: Depth = { cells: true, notes: false, disputed: true, claims: 2, charts: 1, sources: 4 };
const ALL = Number.POSITIVE_INFINITY;

/** What each want shows. */
export const DEPTHS: Readonly<Record<Want, Depth>> = {
  comparison: SHORT,
  definition: SHORT,
  verdict: SHORT,
  code: { ...SHORT, cells: false, disputed: false, claims: 0, charts: 0 },
  more: { cells: true, notes: true, disputed: true, claims: ALL, charts: 3, sources: 8 },
  source: { cells: false, notes: false, disputed: false, claims: 1, charts: 0, sources: ALL },
  freshness: { cells: false, notes: false, disputed: false, claims: ALL, charts: 0, sources: 4 },
};

/**
 * The claims worth showing first: those about the framework asked for, then those that no longer hold, for they are what a
 * reader may still believe.
 */
export function claimsFor(claims: readonly Claim[], depth: Depth, names: readonly string[]): readonly Claim[] {
  const order = (claim: Claim) =>
    (names.some((name) => claim.said.includes(name)) ? 0 : 2) + (claim.verdict === 'still true' ? 1 : 0);
  return [...claims].sort((a, b) => order(a) - order(b)).slice(0, depth.claims);
}
