import type { Point } from './measures.ts';

/** What a system does when it answers from a threshold on: the share of questions right, and of the others refused. */
export interface CurvePoint {
  readonly threshold: number;
  readonly right: number;
  readonly refused: number;
}

export function atThreshold(points: readonly Point[], threshold: number): CurvePoint {
  const inside = points.filter((point) => point.inScope);
  const outside = points.filter((point) => !point.inScope);
  return {
    threshold,
    right: share(inside, (point) => point.right && point.score >= threshold),
    refused: share(outside, (point) => point.score < threshold),
  };
}

const share = <T>(list: readonly T[], isSo: (each: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(isSo).length / list.length;

/** The curve at every threshold that makes a difference, from "answers all" to "refuses all". */
export function curveOf(points: readonly Point[]): readonly CurvePoint[] {
  const scores = [...new Set(points.map((point) => point.score))].sort((a, b) => a - b);
  return [...scores, Number.POSITIVE_INFINITY].map((threshold) => atThreshold(points, threshold));
}

/** The one rule by which every system's threshold is chosen: the lowest that makes right + refused greatest (Youden 1950). */
export function chooseThreshold(points: readonly Point[]): number {
  return curveOf(points).reduce((best, point) =>
    point.right + point.refused > best.right + best.refused ? point : best,
  ).threshold;
}

/** How a curve lies to another, compared at equal shares of refused. */
export interface Lead {
  readonly everywhere: boolean;
  /** Least lead in right over the other's points, negative where it lies below. */
  readonly least: number;
  /** Where the other is as good or better. */
  readonly lost: readonly CurvePoint[];
}

/** Does our curve lie above the other's at every threshold of the other's that gets anything right? */
export function leadOver(ours: readonly CurvePoint[], theirs: readonly CurvePoint[]): Lead {
  const points = theirs
    .filter(({ right }) => right > 0)
    .map((point) => ({
      point,
      lead:
        Math.max(0, ...ours.filter(({ refused }) => refused >= point.refused).map(({ right }) => right)) - point.right,
    }));
  return {
    everywhere: points.every(({ lead }) => lead > 0),
    least: Math.min(1, ...points.map(({ lead }) => lead)),
    lost: points.filter(({ lead }) => lead <= 0).map(({ point }) => point),
  };
}

/** The best share of right that a curve reaches with at least so much refused. */
export const rightAt = (curve: readonly CurvePoint[], refused: number): number =>
  Math.max(0, ...curve.filter((point) => point.refused >= refused).map((point) => point.right));
