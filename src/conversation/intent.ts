import type { Intent, Knowledge } from '../knowledge/model.ts';
import { type Word, wordOf, wordsIn } from '../question/words.ts';
import { type Classifier, fitInSlices, Samples } from '../retrieval/classifier.ts';
import { type Named, namesOf } from '../retrieval/names.ts';
import type { Sequences } from '../retrieval/sequences.ts';

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
  /** Undefined where a knowledge folder has no examples. */
  sound(text: string): Sound | undefined;
  /** Is the stem among the words by which people ask for this? */
  isCue(stem: string, intent: Intent): boolean;
}

/** What somebody asks of the answer that stands: which topic it is about needs not be said. */
export type Asked = Exclude<Intent, 'detail' | 'topic' | 'people'>;

/** From this chance on a message is taken to be after what it sounds like; chosen on dialogues, like those below. */
const TOLD = 0.6;
/** From this chance on it is answered even if it has not the form of a question, or says "you". */
const SURELY = 0.8;
/** Unless it is as likely as this to be talk between people. */
const MOST_PEOPLE = 0.15;
/** From this chance on it is talk between people, whatever its form. */
const PEOPLE = 0.5;

const isAsked = (intent: Intent): intent is Asked => intent !== 'detail' && intent !== 'topic' && intent !== 'people';

/** What a message is after, if its words tell. */
export const toldBy = (sound: Sound | undefined): Asked | undefined =>
  sound && sound.chance >= TOLD && isAsked(sound.intent) ? sound.intent : undefined;

/** Is it for the bot beyond doubt? */
export const asksUs = (sound: Sound | undefined): boolean =>
  sound !== undefined && isAsked(sound.intent) && sound.chance >= SURELY && sound.people <= MOST_PEOPLE;

export const isForPeople = (sound: Sound | undefined): boolean => sound !== undefined && sound.people >= PEOPLE;

/** Messages in a thread are read to this many words. */
const MOST_WORDS = 40;
/** Examples to look at while learning: each of a few thousand comes about four times. */
const SEEN = 20_000;
/** Lines to read in one slice. */
const SLICE = 100;

/** Learns from the examples of a knowledge folder, the same each time; yields after each slice. */
export function* intentsInSlices(knowledge: Knowledge): Generator<void, IntentReader> {
  const features = new Features(namesOf(knowledge));
  const examples = Object.entries(knowledge.followUps) as [Intent, readonly string[]][];
  const samples = new Samples();
  const cues = new Map<Intent, Set<string>>();
  const anyone = knowledge.frameworks[0]?.name ?? '';
  let read = 0;
  for (const [intent, lines] of examples) {
    const stems = new Set<string>();
    cues.set(intent, stems);
    for (const line of lines) {
      samples.add(samples.classNumber(intent), features.learn(line.replaceAll('{framework}', anyone), stems));
      if (++read % SLICE === 0) yield;
    }
  }
  const classifier = yield* fitInSlices(samples, features.size, SEEN);
  return {
    sound: (text) => (read === 0 ? undefined : soundOf(classifier, features.of(text))),
    isCue: (stem, intent) => cues.get(intent)?.has(stem) === true,
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

/** What a message is told by: its words, their stems, each two that follow one another, and whether it has a question mark. */
class Features {
  private readonly numbers = new Map<string, number>();
  /** Words met while learning: each is stemmed once. */
  private readonly met = new Map<string, Word>();

  constructor(private readonly names: Sequences<Named>) {}

  get size(): number {
    return this.numbers.size;
  }

  /** Of a message that is learnt from: features not met before are numbered. Its stems are put into `stems`. */
  learn(text: string, stems: Set<string>): readonly number[] {
    const words = this.wordsOf(text);
    for (const word of words) {
      this.met.set(word.text, word);
      stems.add(word.stem);
    }
    return namesFor(words, text).map((name) => {
      const known = this.numbers.get(name);
      if (known !== undefined) return known;
      this.numbers.set(name, this.numbers.size);
      return this.numbers.size - 1;
    });
  }

  of(text: string): readonly number[] {
    return namesFor(this.wordsOf(text), text).flatMap((name) => this.numbers.get(name) ?? []);
  }

  /** Its words; whichever framework, tool or figure it names, it is the same to us. */
  private wordsOf(text: string): readonly Word[] {
    const words = wordsIn(text)
      .slice(0, MOST_WORDS)
      .map((word) => this.wordFor(word));
    const names = new Map(this.names.find(words).map((found) => [found.at, found]));
    const kept: Word[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const name = names.get(at);
      const word = words[at];
      if (name) kept.push(this.wordFor(`<${name.value.kind}>`));
      else if (word) kept.push(/^\d/.test(word.text) ? this.wordFor(kindOfFigure(word.text)) : word);
      if (name) at += name.length - 1;
    }
    return kept;
  }

  private wordFor(text: string): Word {
    return this.met.get(text) ?? wordOf(text);
  }
}

function namesFor(words: readonly Word[], text: string): readonly string[] {
  const named = text.includes('?') ? ['?'] : [];
  let before = '';
  for (const word of words) {
    named.push(word.text, `${word.stem}~`, `${before} ${word.text}`);
    before = word.text;
  }
  return [...named, `${before} `];
}

function kindOfFigure(word: string): string {
  if (/^20\d\d$/.test(word)) return '<year>';
  return word.includes('.') ? '<version>' : '<number>';
}
