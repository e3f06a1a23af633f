import { describe, expect, it } from 'vitest';
import { THRESHOLD } from '../../src/conversation/threshold.ts';
import { toQuestion } from '../../src/question/question.ts';
import { buildRetriever } from '../../src/retrieval/retriever.ts';
import { shipped } from '../knowledge/shipped.ts';

const retriever = buildRetriever(shipped);
const retrieve = (text: string) => retriever.retrieve(toQuestion(text));
const bestOf = (text: string) => retrieve(text).ranked[0]?.entry.id as string | undefined;

describe('on the shipped knowledge', () => {
  it.each([
    ['pytroch on tpus?', ['pytorch']],
    ['tensorflwo on tpus', ['tensorflow']],
    ['tf or torch', ['tensorflow', 'pytorch']],
    // None of these is a framework's name, however near.
    ['our workflow reads a sensor', []],
    ['does it flow', []],
    ['go with the flow', []],
  ])('%j names %j', (text, frameworks) => {
    expect(retrieve(text).understood.frameworks).toEqual(frameworks);
  });

  it.each(['multigpu', 'multi-gpu', 'multi gpu', 'Multi-GPU'])('%j finds the same', (text) => {
    expect(bestOf(text)).toBe(bestOf('multi gpu'));
  });

  it('finds what lies in the section that a conversation is about before what lies elsewhere', () => {
    const about = (...sections: readonly string[]) =>
      retriever.retrieve(toQuestion('cpu'), new Set(sections)).ranked[0]?.entry.section;
    expect(about()).toBe('performance');
    expect(about('hardware')).toBe('hardware');
  });

  it('finds training on several GPUs for "multi gpu", and not what one library has for it', () => {
    expect(bestOf('multi gpu')).toBe('multi-gpu');
  });

  it('finds the same however the verb is bent: "deploy" is what "deployment" is about', () => {
    const sections = ['deploy', 'deploying', 'deployment', 'deployed']
      .map((text) => retrieve(text).ranked[0]?.entry)
      .map((entry) => (entry?.kind === 'topic' ? entry.section : entry?.kind));
    expect(new Set(sections)).toEqual(new Set(['deployment']));
  });

  it.each([
    ['jit', 'jit-xla'],
    ['is pytorch open source?', 'license'],
    ['tpu', 'tpu'],
    ['running on amd cards', 'amd-gpu'],
  ])('%j is about %s', (text, topic) => {
    expect(bestOf(text)).toBe(topic);
  });

  it.each([
    // Every word but one is about GPUs, yet it is a fault of somebody's own.
    'CUDA out of memory in my dataloader',
    'ImportError: libcudnn.so.8 not found after pip install',
    'how do I grow tomatoes',
    'what should we have for lunch',
    'react or vue for our dashboard?',
    'kubernetes ingress with nginx',
    'how to transpose a list in python',
    'who won the match yesterday',
    'can we merge this?',
  ])('%j is refused', (text) => {
    expect(retrieve(text).sureness).toBeLessThan(THRESHOLD);
  });
});
