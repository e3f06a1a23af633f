import type { Evidence } from '../../src/retrieval/sureness.ts';
import type { OurPoint } from './judge-ours.ts';
import { areaUnderCurve } from './statistics.ts';

/** A logistic model: a weight for each kind of evidence, and a bias. */
export interface Fit {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** As the weights stand in the code. */
export const weightLines = ({ bias, weights }: Fit): string =>
  [
    `  bias: ${bias.toFixed(2)},`,
    ...Object.entries(weights).map(([key, weight]) => `  ${key}: ${weight.toFixed(2)},`),
  ].join('\n');

export interface Example {
  readonly values: readonly number[];
  readonly yes: boolean;
  /** How much it counts. */
  readonly worth: number;
}

/** Pull of each weight towards 0, in examples: holds weights that few questions speak for. */
const RIDGE = 1;
const STEPS = 60;
const FOLDS = 5;

const keysOf = (points: readonly OurPoint[]): readonly (keyof Evidence)[] =>
  Object.keys(points[0]?.evidence ?? {}) as (keyof Evidence)[];

/** Yes and no weigh alike. */
function examplesOf(points: readonly OurPoint[], worth = 1): readonly Example[] {
  const isYes = (point: OurPoint) => point.inScope && point.firstRight;
  const yes = points.filter(isYes).length;
  return points.map((point) => ({
    values: keysOf(points).map((key) => point.evidence[key]),
    yes: isYes(point),
    worth: (worth * points.length) / (2 * Math.max(1, isYes(point) ? yes : points.length - yes)),
  }));
}

/**
 * What the same questions count for once more, put to a bot that knows nothing of what is answered elsewhere: another team's
 * knowledge may name little of it, and a question that no such entry fits must not be taken for ours.
 */
const WITHOUT = 0.8;

/**
 * Weights under which "the first candidate is right and the question in scope" is foretold best.
 *
 * @param without the same questions, put to a bot over the same knowledge without what is answered elsewhere.
 */
export function fitSureness(points: readonly OurPoint[], without: readonly OurPoint[]): Fit {
  const [bias = 0, ...weights] = solve([...examplesOf(points), ...examplesOf(without, WITHOUT)]);
  return { bias, weights: Object.fromEntries(keysOf(points).map((key, at) => [key, weights[at] ?? 0])) };
}

/** How well weights foretell examples that they were not fitted on: each fifth in turn is left out. */
export function crossValidated(points: readonly OurPoint[]): number {
  const examples = examplesOf(points);
  // Yes and no are dealt out one by one, so that each fold has its share of both.
  const dealt = [...examples.filter(({ yes }) => yes), ...examples.filter(({ yes }) => !yes)];
  const scored = dealt.map((example, at) => ({ example, fold: at % FOLDS }));
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    solve(scored.filter((each) => each.fold !== fold).map(({ example }) => example)),
  );
  return areaUnderCurve(
    scored.map(({ example, fold }) => ({ yes: example.yes, score: predict(folds[fold] ?? [], example.values) })),
  );
}

export const areaOf = (points: readonly OurPoint[], fit: Fit): number =>
  areaUnderCurve(
    points.map(({ evidence, inScope, firstRight }) => ({
      yes: inScope && firstRight,
      score: Object.entries(evidence).reduce((sum, [key, value]) => sum + (fit.weights[key] ?? 0) * value, fit.bias),
    })),
  );

export const areaAsShipped = (points: readonly OurPoint[]): number =>
  areaUnderCurve(points.map(({ sureness, inScope, firstRight }) => ({ yes: inScope && firstRight, score: sureness })));

function predict([bias = 0, ...weights]: readonly number[], values: readonly number[]): number {
  return 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)));
}

/** Newton's method on the penalised likelihood, which has one maximum; the bias is not penalised. Bias first. */
export function solve(examples: readonly Example[]): readonly number[] {
  const size = 1 + (examples[0]?.values.length ?? 0);
  let weights: readonly number[] = Array.from({ length: size }, () => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -RIDGE * weight));
    const curvature = weights.map((_, row) =>
      weights.map((_, column): number => (row === column ? (row === 0 ? 1e-9 : RIDGE) : 0)),
    );
    for (const example of examples) {
      const chance = predict(weights, example.values);
      const { worth } = example;
      const row = [1, ...example.values];
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + worth * ((example.yes ? 1 : 0) - chance) * value;
        const line = curvature[i] ?? [];
        row.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + worth * chance * (1 - chance) * value * other;
        });
      });
    }
    const change = solveLinear(curvature, gradient);
    weights = weights.map((weight, at) => weight + Math.max(-2, Math.min(2, change[at] ?? 0)));
    if (Math.max(...change.map(Math.abs)) < 1e-9) break;
  }
  return weights;
}

/** Gaussian elimination with partial pivoting. */
function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < rows.length; pivot += 1) {
    let largest = pivot;
    for (let row = pivot; row < rows.length; row += 1)
      if (Math.abs(cell(row, pivot)) > Math.abs(cell(largest, pivot))) largest = row;
    const [up, down] = [rows[largest] ?? [], rows[pivot] ?? []];
    rows[pivot] = up;
    rows[largest] = down;
    for (let row = 0; row < rows.length; row += 1) {
      if (row === pivot) continue;
      const factor = cell(row, pivot) / cell(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * cell(pivot, column));
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
