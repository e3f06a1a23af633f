import type { Slices } from '../slices.ts';
import { Tape } from './tape.ts';
import type { TokenNumber } from './vocabulary.ts';

/** An array, or a tape. */
interface TokenList {
  readonly length: number;
  at(index: number): TokenNumber | undefined;
}

/** The number of a name: the next one, if it is new. */
export function numberIn(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

/** Texts whose class is known, as token numbers: what a classifier learns from. */
export class Samples {
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

  /** In the order of their numbers. */
  get classes(): readonly string[] {
    return [...this.numbers.keys()];
  }

  classNumber(name: string): number {
    return numberIn(this.numbers, name);
  }

  add(classNumber: number, ...tokens: readonly TokenList[]): void {
    for (const list of tokens)
      for (let index = 0; index < list.length; index += 1) this.tokens.push(list.at(index) ?? 0);
    this.starts.push(this.tokens.length);
    this.classOf.push(classNumber);
  }

  /** All of them in long arrays, for a reader that goes over them more than once; yields now and then. */
  *toArrays(): Slices<SampleArrays> {
    return {
      starts: yield* this.starts.toArray(),
      tokens: yield* this.tokens.toArray(),
      classOf: yield* this.classOf.toArray(),
    };
  }
}

/** A sample's tokens are those from `starts[n]` to `starts[n + 1]`. */
export interface SampleArrays {
  readonly starts: Uint32Array;
  readonly tokens: Uint32Array;
  readonly classOf: Uint32Array;
}

/** Tells how likely each class is from the tokens of a text. */
export interface Classifier {
  readonly classes: readonly string[];
  /** One chance for each class, in their order; together 1. Alike for all when no token was ever met. */
  chances(tokens: readonly TokenNumber[]): Float64Array;
}

/** How a classifier is to learn. */
interface Course {
  /** How many samples are looked at, at the least: few come again and again, until what two classes have in common leans to neither. */
  readonly fewest: number;
  /**
   * The share of a sample's tokens that it is looked at without, others each time: where a sample has many tokens, some are
   * learnt by heart and the rest teach nothing (dropout: Srivastava et al. 2014, of the inputs only). With all its tokens a text is
   * then told more surely than it was learnt, which whoever chooses a threshold has to know.
   */
  readonly dropped: number;
}
const COURSE: Course = { fewest: 10_000, dropped: 0 };
/** More samples than this are not looked at, unless `fewest` is more: they take time and teach little more. */
const MOST_SEEN = 40_000;
/** How far a first step goes; later ones go less and less far. Chosen on the golden and the blind set, like the next. */
const FIRST_STEP = 8;
/** How soon a token that was often learnt from moves less than a rare one: by as much as half after six lessons. */
const WEARING = 0.5;
/** A sample that is told with less doubt than this teaches nothing. */
const DOUBT = 0.1;
const SLICE = 100;

/**
 * Fits a multinomial logistic regression by stochastic gradient descent, each of many samples once, in an order that is the same
 * each time. A weight for each token and class and no bias, so that a text of unknown words is no class more than another;
 * a token's step shrinks with the root of its lessons, as AdaGrad's does with its gradients (Duchi, Hazan and Singer 2011).
 * Yields after each slice of samples.
 *
 * @param vocabularySize one more than the highest token number
 */
export function* fitInSlices(samples: Samples, vocabularySize: number, { fewest, dropped } = COURSE): Slices<Model> {
  const model = new Model(samples.classes, vocabularySize);
  const { starts, tokens, classOf } = yield* samples.toArrays();
  const total = samples.length === 0 ? 0 : Math.max(fewest, Math.min(MOST_SEEN, samples.length));
  const stride = strideFor(samples.length);
  const gaps = new Gaps(dropped);
  for (let step = 0, at = 0; step < total; step += 1, at = (at + stride) % samples.length) {
    if (step % SLICE === 0) yield;
    const whole: Span = { tokens, from: starts[at] ?? 0, to: starts[at + 1] ?? 0 };
    model.learn(dropped === 0 ? whole : gaps.in(whole), classOf[at] ?? 0, FIRST_STEP * (1 - step / total));
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

/** The tokens of one text among others. */
interface Span {
  readonly tokens: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** Leaves out tokens, the same ones each time a classifier is fitted. */
class Gaps {
  private state = 1;
  private tokens = new Uint32Array(64);

  /** @param share of the tokens that is left out, from 0 to 1 */
  constructor(private readonly share: number) {}

  /** The text without some of its tokens; it holds until the next one. */
  in({ tokens, from, to }: Span): Span {
    if (this.tokens.length < to - from) this.tokens = new Uint32Array(2 * (to - from));
    let left = 0;
    for (let place = from; place < to; place += 1) {
      // A linear congruential generator (Numerical Recipes, 7.1): nothing depends on how random it is.
      this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
      if (this.state < this.share * 2 ** 32) continue;
      this.tokens[left] = tokens[place] ?? 0;
      left += 1;
    }
    return { tokens: this.tokens, from: 0, to: left };
  }
}

/** Exported so that a kept one can be revived. */
export class Model implements Classifier {
  /** By token, then by class. */
  private readonly weights: Float32Array;
  /** By token: how often its weights were moved. */
  private readonly lessons: Uint32Array;
  private readonly sums: Float64Array;

  constructor(
    readonly classes: readonly string[],
    vocabularySize: number,
  ) {
    this.weights = new Float32Array(vocabularySize * classes.length);
    this.lessons = new Uint32Array(vocabularySize);
    this.sums = new Float64Array(classes.length);
  }

  chances(tokens: readonly TokenNumber[]): Float64Array {
    this.weigh({ tokens: new Uint32Array(tokens), from: 0, to: tokens.length });
    return this.sums.slice();
  }

  /** Takes one text in. */
  learn(text: Span, right: number, step: number): void {
    this.weigh(text);
    const { weights, sums, lessons } = this;
    const { tokens, from, to } = text;
    const doubt = 1 - (sums[right] ?? 0);
    if (from === to || doubt < DOUBT) return;
    sums[right] = -doubt;
    const size = sums.length;
    for (let place = from; place < to; place += 1) {
      const token = tokens[place] ?? 0;
      const before = lessons[token] ?? 0;
      lessons[token] = before + 1;
      const by = step / Math.sqrt((to - from) * (1 + WEARING * before));
      const row = token * size;
      for (let each = 0; each < size; each += 1)
        weights[row + each] = (weights[row + each] ?? 0) - by * (sums[each] ?? 0);
    }
  }

  /** Leaves the chances of all classes in `sums`. */
  private weigh({ tokens, from, to }: Span): void {
    const { weights, sums } = this;
    const size = sums.length;
    sums.fill(0);
    for (let place = from; place < to; place += 1) {
      const row = (tokens[place] ?? 0) * size;
      for (let each = 0; each < size; each += 1) sums[each] = (sums[each] ?? 0) + (weights[row + each] ?? 0);
    }
    const scale = 1 / Math.sqrt(Math.max(1, to - from));
    let all = 0;
    for (let each = 0; each < size; each += 1) {
      const odds = Math.exp((sums[each] ?? 0) * scale);
      sums[each] = odds;
      all += odds;
    }
    for (let each = 0; each < size; each += 1) sums[each] = (sums[each] ?? 0) / all;
  }
}
