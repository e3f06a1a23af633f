/** What is measured, and what the project set out to reach on the golden set. */
export const MEASURES = {
  right: { says: 'right section first', goal: 0.96 },
  noisy: { says: 'right section first, noisy questions', goal: 0.94 },
  top3: { says: 'right section among the first three', goal: undefined },
  saysIt: { says: 'right, and the text says it', goal: undefined },
  refused: { says: 'out of scope refused', goal: 0.97 },
  refusedHard: { says: 'out of scope refused, hard ones', goal: undefined },
  openings: { says: 'opening turns answered right', goal: undefined },
  followUps: { says: 'follow-up turns resolved right', goal: 0.96 },
  silent: { says: 'chatter in threads left alone', goal: 1 },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly goal: number | undefined }>>;

export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];

/** One thing that went right or wrong. A question is several: it may be answered right and yet not say it. */
export interface Item {
  readonly measure: Measure;
  /** Unique within its set and measure. */
  readonly id: string;
  readonly ok: boolean;
  readonly asked: string;
  readonly expected: string;
  readonly got: string;
  /** What it is counted under, beside the whole. */
  readonly section?: string;
  readonly style?: string;
  readonly category?: string;
}

/** A question as the curves need it: is what stands first right, and how sure is the system of it? */
export interface Point {
  readonly id: string;
  readonly inScope: boolean;
  readonly right: boolean;
  readonly score: number;
}
