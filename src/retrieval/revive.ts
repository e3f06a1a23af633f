import type { Knowledge } from '../knowledge/model.ts';
import { Model } from './classifier.ts';
import { entriesOf } from './entries.ts';
import type { Lexicon } from './lexicon.ts';
import { Neighbours } from './neighbours.ts';
import type { Learnt } from './retriever.ts';
import type { SearchIndex } from './search-index.ts';
import { SectionTeller } from './sections.ts';
import { Sequences } from './sequences.ts';
import { Spelling } from './spelling.ts';
import { Vocabulary, type VocabularyColumns } from './vocabulary.ts';
import { WideMap } from './wide-map.ts';

// A structured clone (node:v8, a worker, a browser's storage) keeps the data of an object and drops its methods.

/** Gives what was cloned the methods of its class back. */
export const withMethods = <T extends object>(type: { readonly prototype: T }, data: T): T =>
  Object.assign(Object.create(type.prototype), data);

/** What is cloned of all that was learnt. */
interface Cloned {
  readonly lexicon: Omit<Lexicon, 'vocabulary'>;
  readonly vocabulary: VocabularyColumns;
  readonly index: Omit<SearchIndex, 'entries'>;
}

/** What is to be cloned: without the texts, which the knowledge has. */
export function toClone({ lexicon: { vocabulary, ...lexicon }, index: { entries: _, ...index } }: Learnt): Cloned {
  return { lexicon, vocabulary: vocabulary.columns(), index };
}

/** The same as before it was cloned. */
export function reviveLearnt({ lexicon, vocabulary, index }: Cloned, knowledge: Knowledge): Learnt {
  const book = {
    names: withMethods(Sequences, lexicon.names),
    concepts: withMethods(Sequences, lexicon.concepts),
    phrases: withMethods(Sequences, lexicon.phrases),
  } as const;
  return {
    lexicon: {
      ...book,
      vocabulary: Vocabulary.of(book, vocabulary),
      exact: withMethods(WideMap, lexicon.exact),
      spelling: withMethods(Spelling, lexicon.spelling),
    },
    index: { ...index, entries: entriesOf(knowledge), sections: reviveTeller(index.sections) },
  };
}

const reviveTeller = ({ model, neighbours }: SectionTeller): SectionTeller =>
  new SectionTeller(withMethods(Model, model), withMethods(Neighbours, neighbours));
