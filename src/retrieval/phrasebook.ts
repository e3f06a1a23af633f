import type { Knowledge } from '../knowledge/model.ts';
import type { Word } from '../question/words.ts';
import { keptWords } from './kept-words.ts';
import { type Named, namesOf, stemsOf } from './names.ts';
import { Sequences } from './sequences.ts';

/** A group of words that mean nearly the same: its token stands for all of them in the index. */
type Concept = string;

/** What runs of words mean, whatever else stands in the entries. */
export interface Phrasebook {
  readonly names: Sequences<Named>;
  readonly concepts: Sequences<Concept>;
  /** Closed and open spellings of one thing, told by the words of the usual one. */
  readonly phrases: Sequences<readonly Word[]>;
}

/** The names, phrases and near-synonyms of a knowledge folder. */
export function phrasebookOf(knowledge: Knowledge): Phrasebook {
  const concepts = new Sequences<Concept>();
  knowledge.words.same.forEach((group, index) => {
    for (const member of group) concepts.add(stemsOf(member), `same:${index}`);
  });
  const phrases = new Sequences<readonly Word[]>();
  for (const [usual = '', ...others] of knowledge.words.phrases) {
    for (const other of others) phrases.add(stemsOf(other), keptWords(usual));
  }
  return { names: namesOf(knowledge), concepts, phrases };
}
