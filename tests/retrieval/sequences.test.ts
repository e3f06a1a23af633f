import { describe, expect, it } from 'vitest';
import { Sequences } from '../../src/retrieval/sequences.ts';

const of = (...runs: readonly (readonly [string, string])[]): Sequences<string> => {
  const sequences = new Sequences<string>();
  for (const [stems, value] of runs) sequences.add(stems.split(' ').filter(Boolean), value);
  return sequences;
};

describe('runs of stems', () => {
  it('are found with their place and length, from left to right', () => {
    expect(of(['a b', 'ab'], ['c', 'c']).find(['x', 'c', 'a', 'b'])).toEqual([
      { value: 'c', at: 1, length: 1 },
      { value: 'ab', at: 2, length: 2 },
    ]);
  });

  it('are the longest at each place, whichever was added first', () => {
    const found = of(['a', 'short'], ['a b c', 'long'], ['a b', 'middle']);
    expect(found.find(['a', 'b', 'c']).map(({ value }) => value)).toEqual(['long']);
    expect(found.find(['a', 'b', 'x']).map(({ value }) => value)).toEqual(['middle']);
  });

  it('never overlap: the earlier one has the words', () => {
    expect(
      of(['a b', 'ab'], ['b c', 'bc'])
        .find(['a', 'b', 'c'])
        .map(({ value }) => value),
    ).toEqual(['ab']);
  });

  it('belong to the first that claimed them', () => {
    expect(
      of(['a b', 'first'], ['a b', 'second'])
        .find(['a', 'b'])
        .map(({ value }) => value),
    ).toEqual(['first']);
  });

  it('do not run past the end of the text, and an empty one is never found', () => {
    expect(of(['a b', 'ab'], ['', 'nothing']).find(['a'])).toEqual([]);
    expect(of(['a', 'a']).find([])).toEqual([]);
  });
});
