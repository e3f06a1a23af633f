import { describe, expect, it } from 'vitest';
import { Sequences } from '../../src/retrieval/sequences.ts';

const of = (...runs: readonly (readonly [string, string])[]): Sequences<string> => {
  const sequences = new Sequences<string>();
  for (const [stems, value] of runs) sequences.add(stems.split(' ').filter(Boolean), value);
  return sequences;
};

const text = (...stems: readonly string[]) => stems.map((stem) => ({ stem }));

describe('runs of stems', () => {
  it('are found with their place and length, from left to right', () => {
    expect(of(['a b', 'ab'], ['c', 'c']).find(text('x', 'c', 'a', 'b'))).toEqual([
      { value: 'c', at: 1, length: 1 },
      { value: 'ab', at: 2, length: 2 },
    ]);
  });

  it('are the longest at each place, whichever was added first', () => {
    const found = of(['a', 'short'], ['a b c', 'long'], ['a b', 'middle']);
    expect(found.find(text('a', 'b', 'c')).map(({ value }) => value)).toEqual(['long']);
    expect(found.find(text('a', 'b', 'x')).map(({ value }) => value)).toEqual(['middle']);
  });

  it('never overlap: the earlier one has the words', () => {
    expect(
      of(['a b', 'ab'], ['b c', 'bc'])
        .find(text('a', 'b', 'c'))
        .map(({ value }) => value),
    ).toEqual(['ab']);
  });

  it('belong to the first that claimed them', () => {
    expect(
      of(['a b', 'first'], ['a b', 'second'])
        .find(text('a', 'b'))
        .map(({ value }) => value),
    ).toEqual(['first']);
  });

  it('do not run past the end of the text, and an empty one is never found', () => {
    expect(of(['a b', 'ab'], ['', 'nothing']).find(text('a'))).toEqual([]);
    expect(of(['a', 'a']).find(text())).toEqual([]);
  });
});
