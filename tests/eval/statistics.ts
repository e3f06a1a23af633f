/** A share with its 95 % interval after Wilson (1927), which holds for small numbers and near 0 and 1. */
export interface Share {
  readonly good: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

export function shareOf(good: number, of: number): Share {
  if (of === 0) return { good, of, share: 0, low: 0, high: 1 };
  const share = good / of;
  const centre = share + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const whole = 1 + Z ** 2 / of;
  return { good, of, share, low: Math.max(0, (centre - spread) / whole), high: Math.min(1, (centre + spread) / whole) };
}

/** A yes or no with the score that foretold it. */
export interface Scored {
  readonly yes: boolean;
  readonly score: number;
}

/** The chance that a yes has a higher score than a no; ties count half. */
export function areaUnderCurve(scored: readonly Scored[]): number {
  const yes = scored.filter((each) => each.yes).map((each) => each.score);
  const no = scored.filter((each) => !each.yes).map((each) => each.score);
  if (yes.length === 0 || no.length === 0) return Number.NaN;
  const wins = yes.reduce((sum, a) => sum + no.reduce((won, b) => won + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  return wins / (yes.length * no.length);
}
