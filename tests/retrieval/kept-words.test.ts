import { describe, expect, it } from 'vitest';
import { toWords } from '../../src/question/words.ts';
import { keptWords } from '../../src/retrieval/kept-words.ts';

const TEXTS = ["Doesn't PyTorch 2.10 run on C++?", 'Training on TPUs', ''];

describe('words of a text of a knowledge folder', () => {
  it('are the same as those of any text, the first time and the next', () => {
    for (const text of [...TEXTS, ...TEXTS]) expect(keptWords(text)).toEqual(toWords(text));
  });

  it('are still the same when more texts were read than are kept', () => {
    for (let n = 0; n < 50_001; n += 1) keptWords(`strange${n}`);
    for (const text of TEXTS) expect(keptWords(text)).toEqual(toWords(text));
  });
});
