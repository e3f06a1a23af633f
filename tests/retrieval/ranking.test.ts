import { describe, expect, it } from 'vitest';
import { THRESHOLD } from '../../src/conversation/threshold.ts';
import { toQuestion } from '../../src/question/question.ts';
import { ordinarinessOf } from '../../src/retrieval/english.ts';
import { buildRetriever, learntInSlices, retrieverOf } from '../../src/retrieval/retriever.ts';
import { inSlices } from '../../src/slices.ts';
import { smallKnowledge } from '../knowledge/builder.ts';
import { bestOf, retrieve, SMALL } from './small.ts';

describe('the best topic', () => {
  it.each([
    // The rare word names the topic; "running" and "model" stand in several.
    ['running a model on android', 'mobile'],
    ['running a microcontroller model', 'sensors'],
    // More of the topic's own phrase is said.
    ['tensor processing unit', 'tpu'],
    ['several graphics cards', 'multi-gpu'],
    ['a graphics card', 'gpu'],
    // A tool's name leads to its topic.
    ['horovod', 'multi-gpu'],
    // A near-synonym counts, though no entry says "handset".
    ['a handset', 'mobile'],
    // An overview answers for the section's whole, and gives way to a topic of it.
    ['hardware', 'hardware-overview'],
    ['hardware like a tpu', 'tpu'],
    // Advice yields to the topic itself, unless a choice is asked for.
    ['mobile', 'mobile'],
    // Plurals, capitals and word order make no difference.
    ['TPUS', 'tpu'],
    ['unit processing tensor', 'tpu'],
  ])('for %j is %s', (text, topic) => {
    expect(bestOf(text)).toBe(topic);
  });

  it.each([
    ['pytorch tpu', 'tensorflow tpu'],
    ['does pytorch run on android', 'does jax run on android'],
  ])('is the same for %j and %j: a framework’s name must not decide', (one, other) => {
    expect(bestOf(one)).toBe(bestOf(other));
  });

  it('is none when no word is known, however many frameworks are named', () => {
    expect(retrieve('zyzzyva quux').ranked).toEqual([]);
    expect(retrieve('zyzzyva quux').sureness).toBe(0);
    expect(retrieve('').sureness).toBe(0);
  });

  it('stands first in the knowledge when two are exactly alike', () => {
    const twins = (ids: readonly string[]) =>
      buildRetriever(
        smallKnowledge({
          sections: { one: { topics: ids.map((id) => ({ id, title: 'Twin', asked: ['twin'], verdict: 'Same.' })) } },
        }),
      );
    for (const ids of [
      ['first', 'second', 'third'],
      ['third', 'second', 'first'],
    ]) {
      expect(
        twins(ids)
          .retrieve(toQuestion('twin'))
          .ranked.map(({ entry }) => entry.id),
      ).toEqual(ids);
    }
  });

  it('is looked for among a bounded number, in the order of their scores', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ id: `t${at}`, title: `Twin ${at}`, asked: ['twin'] }));
    const { ranked } = buildRetriever(smallKnowledge({ sections: { one: { topics: many } } })).retrieve(
      toQuestion('twin'),
    );
    expect(ranked.length).toBeGreaterThanOrEqual(3);
    expect(ranked.length).toBeLessThan(60);
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('is first when it is named by its whole title, however many say the same words more often', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      id: `t${at}`,
      title: `Twin saw ${at}`,
      asked: ['twin saw', 'saw twin', 'twin'],
    }));
    const topics = [...many, { id: 'all', title: 'The saw once more', asked: ['whole'] }];
    const { ranked } = buildRetriever(smallKnowledge({ sections: { one: { topics } } })).retrieve(
      toQuestion('The saw once more?'),
    );
    expect(ranked[0]).toMatchObject({ entry: { id: 'all' }, exact: true });
  });
});

describe('sureness', () => {
  const sureness = (text: string): number => retrieve(text).sureness;

  it.each(['tpu', 'does pytorch run on android?', 'pytroch vs tensorflow for mobile', 'torchserve', 'multigpu'])(
    'reaches the threshold for %j',
    (text) => {
      expect(sureness(text)).toBeGreaterThanOrEqual(THRESHOLD);
    },
  );

  it.each([
    // Every word but one is the topic's, yet the question is about a fault of somebody's own.
    'CUDA out of memory in my dataloader',
    'how do I freeze the einsum of my tokenizer',
    'ImportError: cannot import gpu',
    'what is for lunch',
    'kubernetes ingress with nginx',
  ])('stays below it for %j', (text) => {
    expect(sureness(text)).toBeLessThan(THRESHOLD);
  });

  it('sinks with each word that is rare in English and unknown to the knowledge', () => {
    const [none, one, two] = ['tpu', 'tpu einsum', 'tpu einsum tokenizer'].map(sureness);
    expect(one).toBeLessThan(none ?? 0);
    expect(two).toBeLessThan(one ?? 0);
  });

  it('sinks less for an unknown word that is ordinary', () => {
    expect(sureness('tpu complaining')).toBeGreaterThan(sureness('tpu einsum'));
  });

  it('is not raised by saying the frameworks’ names again and again', () => {
    expect(sureness('pytorch tensorflow pytorch tensorflow einsum')).toBeLessThan(THRESHOLD);
  });

  it('is a chance: between 0 and 1', () => {
    for (const text of [
      'tpu',
      'einsum',
      'CUDA error in train.py',
      'which one is better on tpu, pytorch or tensorflow?',
    ]) {
      expect(sureness(text)).toBeGreaterThanOrEqual(0);
      expect(sureness(text)).toBeLessThanOrEqual(1);
    }
  });
});

describe('English', () => {
  it('knows ordinary words from names', () => {
    expect(['people', 'flow', 'serving', 'between'].every((word) => ordinarinessOf(word).english)).toBe(true);
    expect(['einsum', 'pytroch', 'tensorflow', ''].some((word) => ordinarinessOf(word).english)).toBe(false);
  });

  it('weighs a word by how seldom it is said', () => {
    expect(ordinarinessOf('the').rarity).toBeLessThan(ordinarinessOf('people').rarity);
    expect(ordinarinessOf('people').rarity).toBeLessThan(ordinarinessOf('quantum').rarity);
    expect(ordinarinessOf('einsum').rarity).toBe(1);
  });
});

describe('the same question', () => {
  it('gives the same retrieval, asked before or after others', () => {
    const before = retrieve('mobile or tpu?');
    retrieve('something else entirely');
    expect(retrieve('mobile or tpu?')).toEqual(before);
  });

  it('gives the same whether the index was built at once or in slices', async () => {
    const [atOnce, sliced] = [buildRetriever(SMALL), retrieverOf(await inSlices(learntInSlices(SMALL)))];
    for (const text of ['tpu', 'multigpu on android', 'pytroch', 'zyzzyva']) {
      expect(sliced.retrieve(toQuestion(text))).toEqual(atOnce.retrieve(toQuestion(text)));
    }
  });
});

describe('knowledge of very many sections', () => {
  it('is searched like any other, though its sections are no longer told apart by sound', () => {
    const sections = Object.fromEntries(
      Array.from({ length: 80 }, (_, at) => [
        `section-${at}`,
        {
          topics: [{ id: `topic-${at}`, title: `Topic ${at}`, asked: [at === 7 ? 'rendering farm' : `subject${at}`] }],
        },
      ]),
    );
    const { ranked } = buildRetriever(smallKnowledge({ sections })).retrieve(
      toQuestion('what about a rendering farm?'),
    );
    expect(ranked[0]?.entry.id).toBe('topic-7');
  });
});
