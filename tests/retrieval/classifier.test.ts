import { describe, expect, it } from 'vitest';
import { type Classifier, fitInSlices, Samples } from '../../src/retrieval/classifier.ts';
import { atOnce } from '../../src/slices.ts';

const WORDS = ['gpu', 'tpu', 'rocm', 'debugger', 'breakpoint', 'stack', 'the', 'does', 'how'] as const;
type Said = (typeof WORDS)[number];
const numbers = (...said: readonly Said[]): number[] => said.map((word) => WORDS.indexOf(word));

function fitted(samples: Samples, tokens: number = WORDS.length): Classifier {
  return atOnce(fitInSlices(samples, tokens));
}

function taught(): Classifier {
  const samples = new Samples();
  const hardware = samples.classNumber('hardware');
  const debugging = samples.classNumber('debugging');
  for (let again = 0; again < 10; again += 1) {
    samples.add(hardware, numbers('gpu', 'does'), numbers('the'));
    samples.add(debugging, numbers('debugger', 'how'), numbers('the'));
    samples.add(hardware, numbers('tpu', 'does'));
    samples.add(debugging, numbers('breakpoint', 'stack'));
    samples.add(hardware, numbers('rocm'));
  }
  return fitted(samples);
}

const chanceOf = (classifier: Classifier, name: string, said: readonly number[]): number =>
  classifier.chances(said)[classifier.classes.indexOf(name)] ?? Number.NaN;

describe('a classifier', () => {
  it('tells the class of words that it met', () => {
    expect(chanceOf(taught(), 'hardware', numbers('rocm', 'gpu'))).toBeGreaterThan(0.9);
    expect(chanceOf(taught(), 'debugging', numbers('stack', 'debugger'))).toBeGreaterThan(0.9);
  });

  it('learns from function words, too: "how" leans to what is asked with it', () => {
    expect(chanceOf(taught(), 'debugging', numbers('how'))).toBeGreaterThan(0.6);
    expect(chanceOf(taught(), 'hardware', numbers('does'))).toBeGreaterThan(0.6);
  });

  it('says nothing for or against any class when it knows no word', () => {
    expect([...taught().chances([])]).toEqual([0.5, 0.5]);
  });

  it('gives chances that together are 1', () => {
    const sum = taught()
      .chances(numbers('gpu', 'stack', 'the'))
      .reduce((all, chance) => all + chance, 0);
    expect(sum).toBeCloseTo(1, 9);
  });

  it('comes out the same each time', () => {
    expect([...taught().chances(numbers('gpu', 'stack', 'the'))]).toEqual([
      ...taught().chances(numbers('gpu', 'stack', 'the')),
    ]);
  });

  it('learns every word of a sample where it is taught with gaps, and the same each time', () => {
    const withGaps = () => {
      const samples = new Samples();
      const hardware = samples.classNumber('hardware');
      const debugging = samples.classNumber('debugging');
      for (let again = 0; again < 10; again += 1) {
        samples.add(hardware, numbers('gpu', 'tpu', 'rocm'));
        samples.add(debugging, numbers('debugger', 'breakpoint', 'stack'));
      }
      return atOnce(fitInSlices(samples, WORDS.length, { fewest: 1_000, dropped: 0.5 }));
    };
    for (const word of ['gpu', 'tpu', 'rocm'] as const)
      expect(chanceOf(withGaps(), 'hardware', numbers(word))).toBeGreaterThan(0.8);
    expect([...withGaps().chances(numbers('gpu', 'stack'))]).toEqual([...withGaps().chances(numbers('gpu', 'stack'))]);
  });

  it('can be fitted on nothing, on one class, and on a sample without words', () => {
    expect([...fitted(new Samples()).chances([])]).toEqual([]);
    const samples = new Samples();
    samples.add(samples.classNumber('only'), numbers('gpu'));
    samples.add(samples.classNumber('only'));
    expect([...fitted(samples).chances(numbers('tpu'))]).toEqual([1]);
  });

  it('lets others run between slices of many samples', () => {
    const samples = new Samples();
    for (let at = 0; at < 3_000; at += 1) samples.add(samples.classNumber(at % 2 ? 'odd' : 'even'), [at % 7]);
    let slices = 0;
    for (const _ of fitInSlices(samples, 7)) slices += 1;
    expect(slices).toBeGreaterThan(5);
  });
});
