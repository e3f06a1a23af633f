import type { Slices } from '../slices.ts';
import type { SampleArrays } from './classifier.ts';
import type { TokenNumber } from './vocabulary.ts';

/** So many of the likest examples have a say. */
const MOST = 20;
/** The nearest has the more to say the nearer it is, but not without bound. */
const NEAREST = 0.02;
/** A word that a larger share of the examples holds tells none from another, and would take most of the time. */
const MOST_HELD = 0.1;
/** Of few examples all words count. */
const FEW = 50;
const SLICE = 2_000;

/**
 * Which examples a text is most like, and what classes these are of: k nearest neighbours by the cosine of their words, a rare
 * word weighing more than a common one. It knows what a linear model blurs: the odd phrase that somebody used before.
 */
export class Neighbours {
  private constructor(
    private readonly classCount: number,
    private readonly classOf: Uint32Array,
    /** The examples that hold token n are those from `starts[n]` to `starts[n + 1]` in `holders`. */
    private readonly starts: Uint32Array,
    private readonly holders: Uint32Array,
    /** By token: the square of its rarity. */
    private readonly worth: Float32Array,
    /** By example: the length of its vector. */
    private readonly lengths: Float32Array,
    /** Room to reckon in, by example; all zero between questions. */
    private readonly sums: Float32Array,
  ) {}

  static *inSlices({ starts, tokens, classOf }: SampleArrays, classCount: number, size: number): Slices<Neighbours> {
    const count = classOf.length;
    const begins = new Uint32Array(size + 1);
    // An example that says a word twice holds it once.
    const last = new Int32Array(size).fill(-1);
    const each = function* (visit: (token: TokenNumber, sample: number) => void): Slices<void> {
      last.fill(-1);
      for (let sample = 0; sample < count; sample += 1) {
        for (let at = starts[sample] ?? 0; at < (starts[sample + 1] ?? 0); at += 1) {
          const token = tokens[at] ?? 0;
          if (last[token] === sample) continue;
          last[token] = sample;
          visit(token, sample);
        }
        if (sample % SLICE === 0) yield;
      }
    };
    yield* each((token) => {
      begins[token + 1] = (begins[token + 1] ?? 0) + 1;
    });
    const worth = new Float32Array(size);
    for (let token = 0; token < size; token += 1) {
      const held = begins[token + 1] ?? 0;
      const tells = held <= Math.max(FEW, count * MOST_HELD);
      worth[token] = tells ? (1 + Math.log((1 + count) / (1 + held))) ** 2 : 0;
      begins[token + 1] = (begins[token] ?? 0) + (tells ? held : 0);
    }
    yield;
    const next = begins.slice();
    const holders = new Uint32Array(begins[size] ?? 0);
    const lengths = new Float32Array(count);
    yield* each((token, sample) => {
      if (worth[token] === 0) return;
      const at = next[token] ?? 0;
      next[token] = at + 1;
      holders[at] = sample;
      lengths[sample] = (lengths[sample] ?? 0) + (worth[token] ?? 0);
    });
    for (let sample = 0; sample < count; sample += 1) lengths[sample] = Math.sqrt(lengths[sample] ?? 0);
    return new Neighbours(classCount, classOf, begins, holders, worth, lengths, new Float32Array(count));
  }

  /** One chance for each class, together 1; alike for all where no example shares a word. */
  chances(tokens: readonly TokenNumber[]): Float64Array {
    const { sums, classOf } = this;
    const touched: number[] = [];
    let own = 0;
    for (const token of new Set(tokens)) {
      const worth = this.worth[token] ?? 0;
      own += worth;
      for (let at = this.starts[token] ?? 0; at < (this.starts[token + 1] ?? 0); at += 1) {
        const sample = this.holders[at] ?? 0;
        const sum = sums[sample] ?? 0;
        if (sum === 0) touched.push(sample);
        sums[sample] = sum + worth;
      }
    }
    const length = Math.sqrt(own);
    const chances = new Float64Array(this.classCount);
    let all = 0;
    for (const { sample, cosine } of this.nearest(touched, length)) {
      const say = 1 / (1 + NEAREST - cosine);
      const at = classOf[sample] ?? 0;
      chances[at] = (chances[at] ?? 0) + say;
      all += say;
    }
    for (const sample of touched) sums[sample] = 0;
    return chances.map((chance) => (all > 0 ? chance / all : 1 / this.classCount));
  }

  /** The likest of those that share a word; of two alike the one that was learnt first. */
  private nearest(touched: readonly number[], length: number): readonly { sample: number; cosine: number }[] {
    const top: { sample: number; cosine: number }[] = [];
    for (const sample of touched) {
      const cosine = Math.min(1, (this.sums[sample] ?? 0) / (length * (this.lengths[sample] ?? 1)));
      const last = top[MOST - 1];
      if (last && (cosine < last.cosine || (cosine === last.cosine && sample > last.sample))) continue;
      let at = top.length;
      for (; at > 0; at -= 1) {
        const above = top[at - 1];
        if (!above || above.cosine > cosine || (above.cosine === cosine && above.sample < sample)) break;
      }
      top.splice(at, 0, { sample, cosine });
      if (top.length > MOST) top.pop();
    }
    return top;
  }
}
