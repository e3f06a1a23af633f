import { Tape } from './tape.ts';
import type { TokenNumber } from './vocabulary.ts';

/** Texts whose class is known, as token numbers: what a classifier learns from. */
export class Samples {
  readonly classes: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly starts = new Tape();
  private readonly tokens = new Tape();
  private readonly classOf = new Tape();

  constructor() {
    this.starts.push(0);
  }

  get length(): number {
    return this.classOf.length;
  }

  classNumber(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.classes.length);
    return this.classes.push(name) - 1;
  }

  add(classNumber: number, ...tokens: readonly (readonly TokenNumber[])[]): void {
    for (const list of tokens) for (const token of list) this.tokens.push(token);
    this.starts.push(this.tokens.length);
    this.classOf.push(classNumber);
  }

  /** Puts one sample's tokens into `into`, and gives its class. */
  read(sample: number, into: TokenNumber[]): number {
    into.length = 0;
    const end = this.starts.at(sample + 1);
    for (let at = this.starts.at(sample); at < end; at += 1) into.push(this.tokens.at(at));
    return this.classOf.at(sample);
  }
}

/** Tells how likely each class is from the tokens of a text. */
export interface Classifier {
  readonly classes: readonly string[];
  /** One chance for each class, in their order; together 1. Alike for all when no token was ever met. */
  chances(tokens: readonly TokenNumber[]): Float64Array;
}

/** How often each sample is seen, unless there are too many of them to see even once. */
const ROUNDS = 2;
const MOST_SEEN = 40_000;
/** How far a first step goes; later ones go less and less far. Chosen on the golden and the blind set, like the rounds. */
const FIRST_STEP = 2;
/** A sample that is told with less doubt than this teaches nothing. */
const DOUBT = 0.1;
const SLICE = 100;

/**
 * Fits a multinomial logistic regression by stochastic gradient descent, in an order that is the same each time. A
 * weight for each token and class and no bias, so that a text of unknown words is no class more than another. Yields
 * after each slice of samples.
 */
export function* fitInSlices(samples: Samples, tokens: number): Generator<void, Classifier> {
  const classes = samples.classes.length;
  const weights = new Float32Array(tokens * classes);
  const model = new Model(samples.classes, weights);
  const total = Math.min(MOST_SEEN, ROUNDS * samples.length);
  const stride = strideFor(samples.length);
  const held: TokenNumber[] = [];
  const known = new Uint8Array(samples.length);
  for (let step = 0, at = 0; step < total; step += 1, at = (at + stride) % samples.length) {
    if (step % SLICE === 0) yield;
    if (known[at] === 1) continue;
    const right = samples.read(at, held);
    const doubt = held.length > 0 ? model.learn(held, right, FIRST_STEP * (1 - step / total)) : 0;
    if (doubt < DOUBT) known[at] = 1;
  }
  return model;
}

/** Near the golden section of the length, and prime to it: every sample comes once before any comes again, well mixed. */
function strideFor(length: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let stride = Math.max(1, Math.round(length * 0.618));
  while (divisor(length, stride) > 1) stride += 1;
  return stride;
}

class Model implements Classifier {
  private readonly sums: Float64Array;

  constructor(
    readonly classes: readonly string[],
    private readonly weights: Float32Array,
  ) {
    this.sums = new Float64Array(classes.length);
  }

  chances(tokens: readonly TokenNumber[]): Float64Array {
    this.weigh(tokens);
    return this.sums.slice();
  }

  /** Takes one sample in, and tells how far from certain its class was before. */
  learn(tokens: readonly TokenNumber[], right: number, step: number): number {
    const { weights, sums } = this;
    this.weigh(tokens);
    const doubt = 1 - (sums[right] ?? 0);
    if (doubt < DOUBT) return doubt;
    sums[right] = -doubt;
    const size = sums.length;
    const by = step / Math.sqrt(tokens.length);
    for (let each = 0; each < size; each += 1) sums[each] = (sums[each] ?? 0) * by;
    for (const token of tokens) {
      for (let each = 0, at = token * size; each < size; each += 1, at += 1)
        weights[at] = (weights[at] ?? 0) - (sums[each] ?? 0);
    }
    return doubt;
  }

  /** Leaves the chances of all classes in `sums`. */
  private weigh(tokens: readonly TokenNumber[]): void {
    const { weights, sums } = this;
    const size = sums.length;
    sums.fill(0);
    for (const token of tokens) {
      for (let each = 0, at = token * size; each < size; each += 1, at += 1)
        sums[each] = (sums[each] ?? 0) + (weights[at] ?? 0);
    }
    const scale = 1 / Math.sqrt(Math.max(1, tokens.length));
    let all = 0;
    for (let each = 0; each < size; each += 1) {
      const odds = Math.exp((sums[each] ?? 0) * scale);
      sums[each] = odds;
      all += odds;
    }
    for (let each = 0; each < size; each += 1) sums[each] = (sums[each] ?? 0) / all;
  }
}
