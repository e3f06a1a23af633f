import { describe, expect, it } from 'vitest';
import { SETS } from './golden.ts';
import { Judge } from './judge-ours.ts';
import { MEASURES } from './measures.ts';
import { readRecorded, setbacks } from './recorded.ts';
import { loadShipped } from './shipped.ts';

const judge = new Judge(await loadShipped());
const recorded = readRecorded();

describe.each(SETS)('on the %s set', (set) => {
  const { items } = judge.judgeNamed(set);

  it('no figure is more than one question below the recorded one', () => {
    expect(setbacks(recorded[set], items).join('\n')).toBe('');
  });

  it('every measure is recorded', () => {
    expect(Object.keys(recorded[set])).toEqual(Object.keys(MEASURES));
  });

  // Half of the field set's chatter names a topic and asks nothing ("one word: kubernetes"): of that the figure tells, as above.
  it.skipIf(set === 'field')('no chatter was answered when the figures were recorded', () => {
    expect(recorded[set].silent?.missed).toEqual([]);
  });

  it('ids are told apart, so that a miss can be named', () => {
    const ids = items.map(({ measure, id }) => `${measure} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
