import type { Slices } from '../slices.ts';
import { fitInSlices, type Model, Samples } from './classifier.ts';
import { Neighbours } from './neighbours.ts';
import type { TokenNumber } from './vocabulary.ts';
import { WORDINGS, wordingOf } from './wording.ts';

/** Each of some fifteen thousand examples comes eight times, with half of its wording; of fewer each comes more often. */
const COURSE = { fewest: 120_000, dropped: 0.5 };

/** A text as its section is told by it. */
export interface TextToTell {
  readonly tokens: readonly TokenNumber[];
  /** Its words, as `wordsToTellBy` gives them. */
  readonly words: readonly string[];
}

/** Examples of what is asked in each class: a section, or a sort of what is answered elsewhere. */
export class SectionSamples {
  private readonly byToken = new Samples();
  private readonly byWording = new Samples();

  classNumber(name: string): number {
    return this.byWording.classNumber(name);
  }

  add(classNumber: number, { tokens, words }: TextToTell): void {
    this.byToken.add(classNumber, tokens);
    this.byWording.add(classNumber, wordingOf(words));
  }

  /** Learns to tell the classes apart; yields after each slice. */
  *learn(vocabularySize: number): Slices<SectionTeller> {
    const { byToken, byWording } = this;
    const model = yield* fitInSlices(byWording, WORDINGS, COURSE);
    const neighbours = yield* Neighbours.inSlices(yield* byToken.toArrays(), byWording.classes.length, vocabularySize);
    return new SectionTeller(model, neighbours);
  }
}

/**
 * Tells how likely each class is. Two opinions count alike: a linear model, which has learnt what each word, pair of words
 * and run of letters says on the whole, and the likest examples. They err in different places.
 */
export class SectionTeller {
  constructor(
    readonly model: Model,
    readonly neighbours: Neighbours,
  ) {}

  get classes(): readonly string[] {
    return this.model.classes;
  }

  /** One chance for each class, in their order; together 1. */
  chances({ tokens, words }: TextToTell): Float64Array {
    const near = this.neighbours.chances(tokens);
    return this.model.chances(wordingOf(words)).map((chance, at) => (chance + (near[at] ?? 0)) / 2);
  }
}
