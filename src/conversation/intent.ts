import type { Intent, Knowledge } from '../knowledge/model.ts';
import { type Word, wordOf, wordsIn } from '../question/words.ts';
import { type Classifier, fitInSlices, Model, numberIn, Samples } from '../retrieval/classifier.ts';
import { EVERYDAY, ordinarinessOf } from '../retrieval/english.ts';
import { keptWords } from '../retrieval/kept-words.ts';
import { type Named, namesOf } from '../retrieval/names.ts';
import { withMethods } from '../retrieval/revive.ts';
import { Sequences } from '../retrieval/sequences.ts';
import type { Slices } from '../slices.ts';

/** What a message sounds like, by the examples of `follow-ups.yaml`. */
export interface Sound {
  /** The likeliest. */
  readonly intent: Intent;
  /** How likely that is, from 0 to 1. */
  readonly chance: number;
  /** How likely it is talk between people. */
  readonly people: number;
}

/** Tells what messages in a thread are after. Pure once built. */
export interface IntentReader {
  /** Undefined where a knowledge folder has few examples or none, and of a long message. */
  sound(text: string): Sound | undefined;
  /** Is the stem among the words by which people ask for this? */
  isCue(stem: string, intent: Intent): boolean;
}

/** What somebody asks of the answer that stands: which topic it is about needs not be said. */
export type Asked = Exclude<Intent, 'detail' | 'topic' | 'people'>;

/** From this chance on a message is taken to be after what it sounds like; chosen on dialogues. */
const TOLD = 0.6;
/** From this chance on it sounds like talk between people. */
const PEOPLE = 0.5;

const isAsked = (intent: Intent): intent is Asked => intent !== 'detail' && intent !== 'topic' && intent !== 'people';

/** What a message is after, if its words tell. */
export const toldBy = (sound: Sound | undefined): Asked | undefined =>
  sound && sound.chance >= TOLD && isAsked(sound.intent) ? sound.intent : undefined;

export const namesTopic = (sound: Sound | undefined): boolean => sound?.intent === 'topic' && sound.chance >= TOLD;

export const isForPeople = (sound: Sound | undefined): boolean => sound !== undefined && sound.people >= PEOPLE;

/** A longer message is no follow-up. */
const MOST_WORDS = 40;
/** Each of ten thousand examples comes a dozen times, with half of its words; of fewer each comes more often. */
const COURSE = { fewest: 130_000, dropped: 0.5 };
/** Lines to read in one slice. */
const SLICE = 100;

/** Fewer examples than this tell nothing: what nobody ever said would sound like whatever there is most of. */
const FEWEST = { ofAll: 200, ofPeople: 50 } as const;
/** Tells nothing. */
export const NO_INTENTS: IntentReader = { sound: () => undefined, isCue: () => false };

/** What is learnt from the examples. It can be kept, like what a retriever goes by. */
export interface LearntIntents {
  readonly features: Features;
  readonly classifier: Classifier;
  readonly cues: Cues;
}

/** Learns from the examples of a knowledge folder, the same each time; yields after each slice. Undefined: they are too few. */
export function* intentsInSlices(knowledge: Knowledge): Slices<LearntIntents | undefined> {
  const { frameworks, followUps } = knowledge;
  const examples = Object.entries(followUps) as [Intent, readonly string[]][];
  const count = examples.reduce((sum, [, lines]) => sum + lines.length, 0);
  if (count < FEWEST.ofAll || followUps.people.length < FEWEST.ofPeople) return undefined;
  const features = new Features(namesOf(knowledge));
  const samples = new Samples();
  const cues = new Cues();
  let read = 0;
  for (const [intent, lines] of examples) {
    for (const line of lines) {
      const { stems, numbers } = features.learn(line.replaceAll('{framework}', frameworks[0]?.name ?? ''));
      cues.meet(stems, intent);
      samples.add(samples.classNumber(intent), numbers);
      if (++read % SLICE === 0) yield;
    }
  }
  return { features, classifier: yield* fitInSlices(samples, features.size, COURSE), cues };
}

/** The same as before a structured clone. */
export const reviveIntents = ({ features, classifier, cues }: LearntIntents): LearntIntents => ({
  features: Object.assign(withMethods(Features, features), { names: withMethods(Sequences, features.names) }),
  classifier: withMethods(Model, classifier),
  cues: withMethods(Cues, cues),
});

export function intentReaderOf(learnt: LearntIntents | undefined): IntentReader {
  if (!learnt) return NO_INTENTS;
  const { features, classifier, cues } = learnt;
  return {
    sound: (text) => {
      const words = wordsIn(text);
      return words.length > MOST_WORDS ? undefined : soundOf(classifier, features.of(words, text));
    },
    isCue: (stem, intent) => cues.has(stem, intent),
  };
}

function soundOf(classifier: Classifier, features: readonly number[]): Sound {
  const chances = classifier.chances(features);
  const intents = classifier.classes as readonly Intent[];
  const chanceOf = (intent: Intent) => chances[intents.indexOf(intent)] ?? 0;
  const [first = 'people', ...rest] = intents;
  const intent = rest.reduce((best, each) => (chanceOf(each) > chanceOf(best) ? each : best), first);
  return { intent, chance: chanceOf(intent), people: chanceOf('people') };
}

/** Which words people use to ask for something: said more than once for it, and more often than to name another topic. */
class Cues {
  private readonly counts = new Map<string, Map<Intent, number>>();

  meet(stems: ReadonlySet<string>, intent: Intent): void {
    for (const stem of stems) {
      const counts = this.counts.get(stem) ?? new Map<Intent, number>();
      counts.set(intent, (counts.get(intent) ?? 0) + 1);
      this.counts.set(stem, counts);
    }
  }

  has(stem: string, intent: Intent): boolean {
    const counts = this.counts.get(stem);
    const said = counts?.get(intent) ?? 0;
    return said > 1 && said > (counts?.get('topic') ?? 0);
  }
}

/**
 * What a message is told by: its words, their stems, each two that follow one another, as they are and in shape, and whether
 * it has a question mark.
 */
class Features {
  private readonly numbers = new Map<string, number>();

  constructor(readonly names: Sequences<Named>) {}

  get size(): number {
    return this.numbers.size;
  }

  /** Of a message that is learnt from: features not met before are numbered. */
  learn(text: string): { readonly stems: ReadonlySet<string>; readonly numbers: readonly number[] } {
    const words = this.alike(keptWords(text));
    const numbers = namesFor(words, text).map((name) => numberIn(this.numbers, name));
    return { stems: new Set(words.map((word) => word.stem)), numbers };
  }

  of(words: readonly string[], text: string): readonly number[] {
    return namesFor(this.alike(words.map(wordOf)), text).flatMap((name) => this.numbers.get(name) ?? []);
  }

  /** Whichever framework, tool or figure is named, it is the same to us. */
  private alike(words: readonly Word[]): readonly Word[] {
    const names = new Map(this.names.find(words).map((found) => [found.at, found]));
    const kept: Word[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const name = names.get(at);
      const word = words[at];
      if (name) kept.push(wordOf(`<${name.value.kind}>`));
      else if (word) kept.push(/^\d/.test(word.text) ? wordOf(kindOfFigure(word.text)) : word);
      if (name) at += name.length - 1;
    }
    return kept;
  }
}

function namesFor(words: readonly Word[], text: string): readonly string[] {
  const named = text.includes('?') ? ['?'] : [];
  let [before, shapeBefore] = ['', ''];
  for (const word of words) {
    const shape = shapeOf(word);
    named.push(word.text, `${word.stem}~`, `${before} ${word.text}`, `:${shapeBefore} ${shape}`);
    before = word.text;
    shapeBefore = shape;
  }
  return [...named, `${before} `];
}

/** "Is colab allowed", "is conda allowed": common words make the shape of a message, whatever it is that they are said of. */
const shapeOf = ({ text, stop }: Word): string =>
  stop || text.startsWith('<') || ordinarinessOf(text).rarity < EVERYDAY ? text : '<other>';

function kindOfFigure(word: string): string {
  if (/^20\d\d$/.test(word)) return '<year>';
  return word.includes('.') ? '<version>' : '<number>';
}
