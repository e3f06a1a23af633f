import { describe, expect, it } from 'vitest';
import { editDistance, Spelling } from '../../src/retrieval/spelling.ts';
import { bestOf, retrieve } from './small.ts';

describe('editDistance', () => {
  it.each([
    ['tensor', 'tensor', 0],
    ['tensor', 'tensors', 1],
    ['tensor', 'tenso', 1],
    ['tensor', 'tansor', 1],
    // Neighbours swapped are one slip of the fingers, not two.
    ['tensor', 'tesnor', 1],
    ['pytorch', 'pytroch', 1],
    ['pytorch', 'pythorc', 2],
    ['ab', 'ba', 1],
    ['', 'ab', 2],
    ['', '', 0],
  ])('from %j to %j is %d', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
    expect(editDistance(b, a, 9)).toBe(distance);
  });

  it('is not counted out when the lengths alone are too far apart', () => {
    expect(editDistance('flow', 'tensorflow', 2)).toBe(3);
  });
});

describe('a misspelt word', () => {
  const spelling = new Spelling(['tensorflow', 'pytorch', 'serving', 'between', 'gpu', 'quantisation']);

  it.each([
    ['pytroch', 'pytorch'],
    ['pytorhc', 'pytorch'],
    ['tensorflwo', 'tensorflow'],
    ['tensrflow', 'tensorflow'],
    ['tnesorflow', 'tensorflow'],
    // Two slips are forgiven in a long word.
    ['quantistaion', 'quantisation'],
    ['quantizasion', 'quantisation'],
  ])('%s was meant to be %s', (typed, meant) => {
    expect(spelling.correct(typed)).toBe(meant);
  });

  it.each([
    // Fuse's own score takes "flow" for "tensorflow"; the length guard does not.
    'flow',
    'tensor',
    'torch',
    // An ordinary English word was meant as it stands, however near.
    'serving',
    'sewing',
    // Too short to be sure of anything.
    'gpi',
    // A figure in a word makes it another thing.
    'pytorch2',
    'v100',
    'xyzzy',
    '',
  ])('is not seen in %j', (typed) => {
    expect(spelling.correct(typed)).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['pytroch vs tensorflwo', ['pytorch', 'tensorflow']],
    ['torch vs tf', ['pytorch', 'tensorflow']],
    ['JAX on a tpu', ['jax']],
    // Named in the order of asking, each once.
    ['tf or pytorch or tensorflow', ['tensorflow', 'pytorch']],
    // Neither "workflow" nor "flow" is a framework, and a sensor is no tensor.
    ['our workflow reads a sensor', []],
    ['does it flow', []],
    ['a torchlight parade', []],
    ['jacks of all trades', []],
  ])('%j names %j', (text, frameworks) => {
    expect(retrieve(text).understood.frameworks).toEqual(frameworks);
  });

  it('of tools are told from those of frameworks: "torch serve" is a tool and not PyTorch', () => {
    const { understood } = retrieve('is torch serve alive?');
    expect(understood.tools.map(({ id }) => id)).toEqual(['torchserve']);
    expect(understood.frameworks).toEqual([]);
  });

  it('of things that are not compared are said as the knowledge spells them', () => {
    expect(retrieve('mxnet and scikit learn on tpu').understood.notCompared).toEqual(['MXNet', 'scikit-learn']);
  });

  it('are corrected aloud: the explanation can tell what was taken for what', () => {
    expect(retrieve('pytroch on andriod').understood.spellings).toEqual([
      { typed: 'pytroch', meant: 'pytorch' },
      { typed: 'andriod', meant: 'android' },
    ]);
  });

  it('are corrected in a question, not throughout a paste', () => {
    const paste = Array.from({ length: 300 }, (_, at) => `qx${at.toString(26).replace(/\d/g, 'z')}w`).join(' ');
    expect(retrieve(`pytroch ${paste}`).understood.spellings).toContainEqual({ typed: 'pytroch', meant: 'pytorch' });
    expect(retrieve(`${paste} pytroch`).understood.spellings).toEqual([]);
  });

  it.each([
    ['tpu @torch2.1 @tf2.10', { pytorch: '2.1', tensorflow: '2.10' }],
    ['tpu in pytorch 2.1', { pytorch: '2.1' }],
    // A pin to something else, and a number that is no version.
    ['tpu @ada2.1', {}],
    ['pytorch on 2 tpus', {}],
  ])('%j pins %j', (text, pins) => {
    expect(Object.fromEntries(retrieve(text).understood.pins)).toEqual(pins);
  });
});

it.each(['multigpu', 'multi-gpu', 'multi gpu', 'MULTI GPU', 'multiple gpus', 'multigpu setups'])(
  '%j finds several GPUs, not GPUs as such',
  (text) => {
    expect(bestOf(text)).toBe('multi-gpu');
  },
);
