import type { Knowledge } from '../knowledge/model.ts';
import { Model } from './classifier.ts';
import { entriesOf } from './entries.ts';
import { Neighbours } from './neighbours.ts';
import type { Learnt } from './retriever.ts';
import { SectionTeller } from './sections.ts';
import { Sequences } from './sequences.ts';
import { Spelling } from './spelling.ts';
import { Vocabulary } from './vocabulary.ts';
import { WideMap } from './wide-map.ts';

// A structured clone (node:v8, a worker, a browser's storage) keeps the data of an object and drops its methods.

/** Gives what was cloned the methods of its class back. */
export const withMethods = <T extends object>(type: { readonly prototype: T }, data: T): T =>
  Object.assign(Object.create(type.prototype), data);

/** What is to be cloned: without the texts, which the knowledge has. */
export const withoutTexts = ({ lexicon, index }: Learnt): Learnt => ({ lexicon, index: { ...index, entries: [] } });

/** The same as before it was cloned. */
export function reviveLearnt({ lexicon, index }: Learnt, knowledge: Knowledge): Learnt {
  const book = {
    names: withMethods(Sequences, lexicon.names),
    concepts: withMethods(Sequences, lexicon.concepts),
    phrases: withMethods(Sequences, lexicon.phrases),
  } as const;
  return {
    lexicon: {
      ...book,
      vocabulary: Object.assign(withMethods(Vocabulary, lexicon.vocabulary), { book }),
      exact: withMethods(WideMap, lexicon.exact),
      spelling: withMethods(Spelling, lexicon.spelling),
    },
    index: { ...index, entries: entriesOf(knowledge), sections: reviveTeller(index.sections) },
  };
}

const reviveTeller = ({ model, neighbours }: SectionTeller): SectionTeller =>
  new SectionTeller(withMethods(Model, model), withMethods(Neighbours, neighbours));
