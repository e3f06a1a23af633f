import { describe, expect, it } from 'vitest';
import { chooseThreshold, curveOf, leadOver } from './curve.ts';
import { drawCurves } from './curve-svg.ts';
import { loadGolden } from './golden.ts';
import type { Item, Point } from './measures.ts';
import { noisyVariants } from './noise.ts';
import { figuresOf, raise, setbacks } from './recorded.ts';
import { areaUnderCurve, shareOf } from './statistics.ts';

const asked = (id: string, score: number, right: boolean): Point => ({ id, inScope: true, score, right });
const outside = (id: string, score: number): Point => ({ id, inScope: false, score, right: false });
const item = (id: string, ok: boolean): Item => ({
  measure: 'right',
  id,
  ok,
  asked: `asked ${id}`,
  expected: 'x',
  got: 'y',
});
const items = (good: number, of: number): Item[] => Array.from({ length: of }, (_, at) => item(`Q${at}`, at < good));

describe('an interval', () => {
  // Wilson's worked values, as in Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
  ])('of %i in %i is that of the literature', (good, of, low, high) => {
    expect(shareOf(good, of).low).toBeCloseTo(low, 4);
    expect(shareOf(good, of).high).toBeCloseTo(high, 4);
  });
});

describe('a curve', () => {
  const points = [
    asked('a', 0.9, true),
    asked('b', 0.6, true),
    asked('c', 0.7, false),
    outside('d', 0.5),
    outside('e', 0.8),
  ];

  it('runs from answering all to refusing all', () => {
    const curve = curveOf(points);
    expect(curve.at(0)).toMatchObject({ right: 2 / 3, refused: 0 });
    expect(curve.at(-1)).toMatchObject({ right: 0, refused: 1 });
  });

  it('gives the threshold at which right and refused add up to most', () => {
    expect(chooseThreshold(points)).toBe(0.9);
  });

  it('lies above another only if it is above at every share of refused', () => {
    const better = [
      asked('a', 0.9, true),
      asked('b', 0.9, true),
      asked('c', 0.9, true),
      outside('d', 0.1),
      outside('e', 0.1),
    ];
    expect(leadOver(curveOf(better), curveOf(points)).everywhere).toBe(true);
    expect(leadOver(curveOf(points), curveOf(better)).everywhere).toBe(false);
    expect(leadOver(curveOf(points), curveOf(points)).everywhere).toBe(false);
  });

  it('is drawn with words for those who cannot see it', () => {
    const curve = curveOf(points);
    const drawn = drawCurves('Right & refused', [
      { name: 'a < b', curve, mark: { threshold: 0.5, right: 0.5, refused: 1 } },
    ]);
    expect(drawn).toContain('<title id="title">Right &amp; refused</title>');
    expect(drawn).toContain('a &lt; b: 50 % right at 100 % refused');
  });

  it('has an area of ½ when scores tell nothing, and 1 when they tell all', () => {
    expect(
      areaUnderCurve([
        { yes: true, score: 1 },
        { yes: false, score: 1 },
      ]),
    ).toBe(0.5);
    expect(
      areaUnderCurve([
        { yes: true, score: 2 },
        { yes: false, score: 1 },
      ]),
    ).toBe(1);
  });
});

describe('derived noise', () => {
  const { questions } = loadGolden('golden');

  it('is the same in every run and wherever a question stands', () => {
    const variants = (list: typeof questions) => list.map((question) => noisyVariants(question));
    expect(variants(questions.toReversed()).toReversed()).toEqual(variants(questions));
  });

  it('changes every question, and not beyond recognition', () => {
    for (const question of questions) {
      const variants = noisyVariants(question);
      expect(variants.length).toBeGreaterThan(0);
      for (const { q } of variants) {
        expect(q).not.toBe(question.q);
        expect(q.length).toBeGreaterThan(question.q.length / 2);
      }
    }
  });
});

describe('recorded figures', () => {
  const recorded = figuresOf(items(9, 10));

  it('forgive one question and no more', () => {
    expect(setbacks(recorded, items(8, 10))).toEqual([]);
    expect(setbacks(recorded, items(7, 10)).join('\n')).toContain('7 of 10, recorded 9 of 10');
  });

  it('name the questions that got worse, and not those that were missed before', () => {
    const told = setbacks(recorded, items(7, 10)).join('\n');
    expect(told).toContain('Q7 "asked Q7"');
    expect(told).not.toContain('Q9');
  });

  it('rise by themselves and fall only when forced', () => {
    expect(raise(recorded, figuresOf(items(10, 10)), false).recorded.right?.good).toBe(10);
    expect(raise(recorded, figuresOf(items(8, 10)), false).recorded.right?.good).toBe(9);
    expect(raise(recorded, figuresOf(items(8, 10)), true).recorded.right?.good).toBe(8);
  });
});
