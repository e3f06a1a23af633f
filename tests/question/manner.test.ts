import { describe, expect, it } from 'vitest';
import { type Manner, mannerOf } from '../../src/question/manner.ts';

type Flag = 'asks' | 'continues' | 'laughs' | 'troubled' | 'compares';

/** Both sides of each line that is drawn. */
const SIDES: Readonly<Record<Flag, { readonly yes: readonly string[]; readonly no: readonly string[] }>> = {
  asks: {
    yes: [
      'tpu?',
      'does it run on tpus',
      'ok so which one is faster',
      'show me code',
      'compare them',
      'is the other one faster',
      "doesn't it need cuda",
      'in what unit',
      'since when',
      'like what',
      'source please',
    ],
    no: [
      'source code is in the repo',
      'tpu',
      'we use pytorch here',
      'pytorch it is',
      'i prefer tensorflow',
      'could not agree more',
    ],
  },
  continues: {
    yes: [
      'and pytorch?',
      'what about gpus',
      'ok, and arm?',
      'only tensorflow',
      'vs jax?',
      'also on mobile',
      'tensorflow too',
      'same story please',
    ],
    no: ['android?', 'order', 'sonnets', 'pytorch and tensorflow', 'tpu', 'forward pass'],
  },
  laughs: {
    yes: ['as in the charging cable? 😂', 'really? :joy:', 'good luck lol', 'great idea /s'],
    no: ['does it run on tpus?', 'lollipop', 'the hal library', 'a/b tests'],
  },
  troubled: {
    yes: [
      'no module named torch',
      'CUDA out of memory in my dataloader',
      'how do I freeze a layer',
      'my loss is nan',
      'why is my gpu at 0%',
      'it crashes after upgrading',
    ],
    no: [
      'is pytorch easier to debug?',
      'which debugger is better?',
      'prefix sums',
      'nanoseconds',
      'failover between regions',
      'tpu',
      'finance',
    ],
  },
  compares: {
    yes: [
      'pytorch vs tensorflow',
      'which one is faster',
      'is it better than jax',
      'compare them',
      'pros and cons',
      'should we move to jax',
    ],
    no: ['tpu', 'does it run on tpus?', 'thanks!', 'thank', 'bestow'],
  },
};

describe.each(Object.entries(SIDES))('a message %s', (flag, { yes, no }) => {
  it.each(yes)('when it says %j', (text) => expect(mannerOf(text)[flag as keyof Manner]).toBe(true));
  it.each(no)('but not when it says %j', (text) => expect(mannerOf(text)[flag as keyof Manner]).toBe(false));
});

describe('specifics', () => {
  it.each([
    ['loss after 30 epochs in train.py', 2],
    ['state_dict of 2 layers', 2],
    ['16gb of memory', 1],
    // Years and versions belong to questions that compare.
    ['pytorch in 2026', 0],
    ['tensorflow 2.10', 0],
    ['2x faster', 0],
  ])('of %j are %d', (text, count) => {
    expect(mannerOf(text).specifics).toBe(count);
  });
});

it('is read from the beginning of a long paste, so that what somebody pasted below decides nothing', () => {
  expect(mannerOf(`tpu ${'x '.repeat(2000)} segfault`).troubled).toBe(false);
});
