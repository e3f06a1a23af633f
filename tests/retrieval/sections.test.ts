import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWords } from '../../src/question/words.ts';
import { Samples } from '../../src/retrieval/classifier.ts';
import { Neighbours } from '../../src/retrieval/neighbours.ts';
import { phrasebookOf } from '../../src/retrieval/phrasebook.ts';
import { SectionSamples } from '../../src/retrieval/sections.ts';
import { WORDINGS, wordingOf, wordsToTellBy } from '../../src/retrieval/wording.ts';
import { atOnce } from '../../src/slices.ts';
import { smallKnowledge } from '../knowledge/builder.ts';

const book = phrasebookOf(
  smallKnowledge({
    frameworks: [{ id: 'oak', name: 'Oak', aliases: ['quercus', 'oak tree'] }, { id: 'elm' }],
    words: { phrases: [['several saws', 'multi saw']] },
    sections: { one: { topics: [{ id: 'wood' }] } },
  }),
);
const told = (text: string) => wordsToTellBy(toWords(text), book);

describe('the words that a text is told by', () => {
  it('are stems, and function words as they are', () => {
    expect(told('does splitting it work')).toEqual(['does', 'split', 'it', 'work']);
  });

  it('hold one name for a framework, whatever it is called', () => {
    expect(told('quercus or elm')).toEqual(told('Oak or Elm'));
    expect(told('an oak tree')).toEqual(told('an oak'));
  });

  it('hold a phrase in its usual spelling', () => {
    expect(told('is multi saw work faster')).toEqual(told('is several saws work faster'));
  });
});

describe('the wording of a text', () => {
  const shared = (a: string, b: string) => {
    const first = new Set(wordingOf([a]));
    return wordingOf([b]).filter((feature) => first.has(feature)).length;
  };

  it('is more alike the more alike its words look', () => {
    expect(shared('deployment', 'redeploy')).toBeGreaterThan(shared('deployment', 'employ'));
    expect(shared('relevant', 'relevent')).toBeGreaterThan(0);
    expect(shared('gpu', 'bird')).toBe(0);
  });

  it('tells one order of words from another', () => {
    expect(wordingOf(['how', 'much'])).not.toEqual(wordingOf(['much', 'how']));
  });

  it('is a list of numbers in bounds for any text, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const wording = wordingOf(told(text));
        expect(wording.every((feature) => Number.isInteger(feature) && feature >= 0 && feature < WORDINGS)).toBe(true);
        expect(wordingOf(told(text))).toEqual(wording);
      }),
    );
  });
});

/** Ten words, by number; 0 is one that all examples hold. */
const SIZE = 10;
function neighboursOf(...samples: readonly (readonly [name: string, tokens: readonly number[]])[]) {
  const all = new Samples();
  for (const [name, tokens] of samples) all.add(all.classNumber(name), tokens);
  const neighbours = atOnce(Neighbours.inSlices(atOnce(all.toArrays()), all.classes.length, SIZE));
  return (tokens: readonly number[]) =>
    Object.fromEntries(all.classes.map((name, at) => [name, neighbours.chances(tokens)[at] ?? Number.NaN]));
}

describe('neighbours', () => {
  const near = neighboursOf(['wood', [0, 1, 2]], ['wood', [0, 3]], ['water', [0, 4, 5]], ['water', [0, 6]]);

  it('have the more to say the nearer they are', () => {
    // Its very words were asked before, of wood; the others share no more than the word that all share.
    expect(near([0, 1, 2]).wood).toBeGreaterThan(0.9);
    expect(near([0, 6]).water).toBeGreaterThan(0.9);
  });

  it('say nothing for or against any class when they share no word', () => {
    expect(near([9])).toEqual({ wood: 0.5, water: 0.5 });
    expect(near([])).toEqual({ wood: 0.5, water: 0.5 });
  });

  it('count a word once, however often it is said', () => {
    expect(near([0, 1, 1, 1])).toEqual(near([0, 1]));
    expect(neighboursOf(['wood', [1, 1, 1, 2]], ['water', [1, 3]])([1])).toEqual(
      neighboursOf(['wood', [1, 2]], ['water', [1, 3]])([1]),
    );
  });

  it('leave nothing behind for the next question', () => {
    const before = near([0, 4]);
    near([0, 1, 2, 3, 4, 5, 6]);
    expect(near([0, 4])).toEqual(before);
  });

  it('give chances that together are 1', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(SIZE - 1)), (tokens) => {
        const sum = Object.values(near(tokens)).reduce((all, chance) => all + chance, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('sections', () => {
  const samples = new SectionSamples();
  const [wood, water] = [samples.classNumber('wood'), samples.classNumber('water')];
  for (let again = 0; again < 5; again += 1) {
    samples.add(wood, { tokens: [1, 2], words: ['does', 'planing', 'oak'] });
    samples.add(water, { tokens: [3, 4], words: ['how', 'deep', 'river'] });
  }
  const teller = atOnce(samples.learn(SIZE));

  it('are told by the wording where no word was met', () => {
    // "planed" shares letters with "planing", and no example holds it.
    const [chanceOfWood = 0, chanceOfWater = 0] = teller.chances({ tokens: [], words: ['planed'] });
    expect(chanceOfWood).toBeGreaterThan(chanceOfWater);
  });

  it('are told by both opinions together', () => {
    const text = { tokens: [3], words: ['how', 'planed'] };
    const [linear, near, both] = [
      teller.model.chances(wordingOf(text.words)),
      teller.neighbours.chances(text.tokens),
      teller.chances(text),
    ];
    expect([...both]).toEqual([...linear].map((chance, at) => (chance + (near[at] ?? 0)) / 2));
    expect(both[water]).toBeGreaterThan(both[wood] ?? 1);
  });
});
