import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WideMap } from '../../src/retrieval/wide-map.ts';

describe('a wide map', () => {
  it('holds what a map holds, whatever the keys', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer())), (pairs) => {
        const wide = new WideMap<number>();
        for (const [key, value] of pairs) wide.set(key, value);
        const plain = new Map(pairs);
        expect(new Map(wide)).toEqual(plain);
        for (const key of [...plain.keys(), 'not there'])
          expect([wide.has(key), wide.get(key)]).toEqual([plain.has(key), plain.get(key)]);
      }),
    );
  });
});
