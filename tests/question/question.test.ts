import { describe, expect, it } from 'vitest';
import { toQuestion } from '../../src/question/question.ts';

describe('versions pinned', () => {
  it.each([
    [
      'tpu @torch2.1 @tf2.10',
      [
        ['torch', '2.1'],
        ['tf', '2.10'],
      ],
    ],
    [
      'tpu @torch2.1, @tf-2.10!',
      [
        ['torch', '2.1'],
        ['tf', '2.10'],
      ],
    ],
    ['@tfv2.10 tpu', [['tf', '2.10']]],
    ['@TF2 tpu?', [['tf', '2']]],
    // The end of a sentence and a bracket end a pin too.
    ['what about tpu @torch2.1.', [['torch', '2.1']]],
    ['tpu (@torch2.1)', [['torch', '2.1']]],
    // No version, no pin; an address is none either.
    ['@ada tpu', []],
    ['mail ada@torch2.1', []],
    ['torch2.1', []],
  ])('by %j are %j', (typed, pins) => {
    expect(toQuestion(typed).pins.map(({ name, version }) => [name, version])).toEqual(pins);
  });

  it('leave their name in the question, for it names what is asked about, and mention nobody', () => {
    const question = toQuestion('tpu @torch2.1 @tf2.10');
    expect(question.plain).toBe('tpu torch tf');
    expect(question.mentions).toEqual([]);
  });
});

describe('code is named', () => {
  it.each(['torch.rand on tpu', 'what does set_trace do', 'compile() twice', '`nn.Module`?'])('by %j', (typed) => {
    expect(toQuestion(typed).namesCode).toBe(true);
  });
  it.each(['tpu', 'e.g. tpu', 'node.js', 'version 2.10', 'multi-gpu', 'this. that', 'does it run on tf.js?'])(
    'not by %j',
    (typed) => {
      expect(toQuestion(typed).namesCode).toBe(false);
    },
  );
});

it('is read to its 400th word: what goes beyond is a document', () => {
  expect(toQuestion('tpu '.repeat(1000)).words).toHaveLength(400);
});

it('keeps what was typed, and carries no request unless all of it is one', () => {
  const question = toQuestion('<@U0BOT> Help with TPUs', ['U0BOT']);
  expect(question.typed).toBe('<@U0BOT> Help with TPUs');
  expect(question).not.toHaveProperty('request');
  expect(toQuestion('<@U0BOT> help', ['U0BOT']).request).toBe('help');
});

it.each(['', '   ', '🔥🔥', '\u0000', '\u202e', '?'.repeat(1000), '<@', '<@U0BOT'])(
  'takes %j without complaint',
  (typed) => {
    expect(toQuestion(typed).words.length).toBeLessThanOrEqual(1);
  },
);
