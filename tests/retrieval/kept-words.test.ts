import { describe, expect, it } from 'vitest';
import { toWords } from '../../src/question/words.ts';
import { keeping, keptWords } from '../../src/retrieval/kept-words.ts';

const TEXTS = ["Doesn't PyTorch 2.10 run on C++?", 'Training on TPUs', ''];

describe('words of a text of a knowledge folder', () => {
  it('are the same as those of any text, the first time and the next', () => {
    for (const text of [...TEXTS, ...TEXTS]) expect(keptWords(text)).toEqual(toWords(text));
  });

  it('are still the same when more texts were read than are kept', () => {
    const read: string[] = [];
    const kept = keeping((text) => {
      read.push(text);
      return toWords(text);
    }, 1);
    for (const text of [...TEXTS, ...TEXTS]) expect(kept(text)).toEqual(toWords(text));
    expect(read).toEqual([...TEXTS, ...TEXTS.slice(1)]);
  });
});
