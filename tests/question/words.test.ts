import { describe, expect, it } from 'vitest';
import { stem, toWords, wordOf } from '../../src/question/words.ts';

const texts = (text: string): readonly string[] => toWords(text).map((word) => word.text);
const stems = (text: string): readonly string[] => toWords(text).map((word) => word.stem);

describe('words', () => {
  it.each([
    ['multi-gpu training', ['multi', 'gpu', 'training']],
    ['torch.nn_module', ['torch', 'nn', 'module']],
    // 2.10 is one word, for 2 and 10 would be found in every other version.
    ['tf 2.10 on v100', ['tf', '2.10', 'on', 'v100']],
    ['the C++ and C# APIs', ['the', 'c++', 'and', 'c#', 'apis']],
    // "not" is kept apart, so that "don't" is no word of its own.
    ["don't", ['do', 'not']],
    ["it's google's", ['it', 'google']],
    ['', []],
    ['?!…', []],
    ['Zürich 東京', ['zürich', '東京']],
  ])('of %j are %j', (text, words) => {
    expect(texts(text)).toEqual(words);
  });

  it.each([
    ['training trains trained', 'train'],
    ['libraries library', 'library'],
    // Three letters are too few for Porter, yet plurals of abbreviations are common.
    ['tpus tpu', 'tpu'],
  ])('%j share the stem %j', (text, shared) => {
    expect(new Set(stems(text))).toEqual(new Set([shared]));
  });

  it.each(['gpu', 'v100', '2.10', 'xla', 'bfloat16', '東京'])('%s is its own stem', (word) => {
    expect(stem(word)).toBe(word);
  });
});

describe('function words', () => {
  const [isStop, isNot] = [
    ['the', 'please', 'which', 'vs', 'difference', 'thanks', 'x', 'using'],
    ['gpu', 'code', 'fast', 'mobile', 'c', '5'],
  ];
  it.each(isStop)('%s is one', (text) => expect(wordOf(text).stop).toBe(true));
  it.each(isNot)('%s is none', (text) => expect(wordOf(text).stop).toBe(false));
});
