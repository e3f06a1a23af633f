import type { FrameworkId, Tool } from '../knowledge/model.ts';
import type { Question } from '../question/question.ts';
import { isStopWord, stem, type Word } from '../question/words.ts';
import { isEnglish, rarityInEnglish } from './english.ts';
import { exactToken, frameworkToken, type Lexicon } from './lexicon.ts';
import { stemsOf } from './names.ts';

/** One thing a question says, and the tokens by which an entry may say it too. */
export interface Term {
  /** As typed, for people to recognise. */
  readonly said: string;
  readonly kind: 'word' | 'number' | 'framework';
  /** Tokens of the index that count as this term, with how fully: 1 for the word itself, less for a near-synonym. */
  readonly tokens: readonly { readonly token: string; readonly worth: number }[];
  /** Stands somewhere in the knowledge, itself or by a synonym. */
  readonly known: boolean;
  /** How ordinary the word is in English, from 0 (the most common) to 1. */
  readonly rarity: number;
  /** An ordinary English word, so that not knowing it means little. */
  readonly english: boolean;
}

/** A question seen through the words of the knowledge. */
export interface Understood {
  readonly question: Question;
  readonly terms: readonly Term[];
  /** Frameworks it names, in the order of naming. */
  readonly frameworks: readonly FrameworkId[];
  readonly tools: readonly Tool[];
  /** Names of things that are not compared here. */
  readonly notCompared: readonly string[];
  readonly pins: ReadonlyMap<FrameworkId, string>;
  /** What was misspelt, and what it was taken for. */
  readonly spellings: readonly { readonly typed: string; readonly meant: string }[];
}

/** The stem is worth a little less than the very word, and a near-synonym less than both. */
const STEM = 0.6;
const SYNONYM = 0.85;
/** A framework's name breaks ties between topics; it must not decide alone. */
const FRAMEWORK = 0.35;

/** Understands a question: spelling, compounds, phrases, names, synonyms. Pure; the same question gives the same. */
export function understand(question: Question, lexicon: Lexicon): Understood {
  const spellings: { typed: string; meant: string }[] = [];
  const words = usualPhrases(mendWords(question.words, lexicon, spellings), lexicon);
  const stems = words.map((word) => word.stem);

  const frameworks = new Set<FrameworkId>();
  const tools = new Map<string, Tool>();
  const notCompared = new Set<string>();
  const pins = new Map<FrameworkId, string>();
  const named = new Map<number, FrameworkId>();
  const taken = new Set<number>();
  for (const { value, at, length } of lexicon.names.find(stems)) {
    if (value.kind === 'tool') tools.set(value.tool.id, value.tool);
    if (value.kind === 'not-compared') notCompared.add(value.name);
    if (value.kind !== 'framework') continue;
    frameworks.add(value.id);
    for (let i = at; i < at + length; i += 1) taken.add(i);
    named.set(at, value.id);
    const next = words[at + length]?.text ?? '';
    if (/^\d+\.\d+/.test(next)) {
      pins.set(value.id, next);
      taken.add(at + length);
    }
  }
  for (const pin of question.pins) {
    const found = lexicon.names.find(stemsOf(pin.name))[0]?.value;
    if (found?.kind === 'framework') pins.set(found.id, pin.version);
  }

  const conceptAt = new Map<number, string>();
  for (const { value, at, length } of lexicon.concepts.find(stems)) {
    for (let i = at; i < at + length; i += 1) conceptAt.set(i, value);
  }
  const terms: Term[] = [];
  const seen = new Set<string>();
  words.forEach((word, at) => {
    const framework = named.get(at);
    const term = framework
      ? frameworkTerm(word, framework)
      : taken.has(at)
        ? undefined
        : wordTerm(word, conceptAt.get(at), lexicon);
    const key = term?.tokens[0]?.token;
    if (!term || key === undefined || seen.has(key)) return;
    seen.add(key);
    terms.push(term);
  });
  return {
    question,
    terms,
    frameworks: [...frameworks],
    tools: [...tools.values()],
    notCompared: [...notCompared],
    pins,
    spellings,
  };
}

function frameworkTerm(word: Word, id: FrameworkId): Term {
  return {
    said: word.text,
    kind: 'framework',
    tokens: [{ token: frameworkToken(id), worth: FRAMEWORK }],
    known: true,
    rarity: 0,
    english: true,
  };
}

function wordTerm(word: Word, concept: string | undefined, lexicon: Lexicon): Term | undefined {
  if (isStopWord(word)) return undefined;
  const known = lexicon.stems.has(word.stem) || concept !== undefined;
  return {
    said: word.text,
    kind: /^\d+$/.test(word.text) ? 'number' : 'word',
    tokens: [
      { token: word.stem, worth: word.text === word.stem ? 1 : STEM },
      ...(word.text === word.stem ? [] : [{ token: exactToken(word.text), worth: 1 }]),
      ...(concept ? [{ token: concept, worth: SYNONYM }] : []),
    ],
    known,
    rarity: rarityInEnglish(word.text),
    english: isEnglish(word.text),
  };
}

/** Splits compounds that are written closed, joins names that are written open, and mends misspelt words. */
function mendWords(
  words: readonly Word[],
  lexicon: Lexicon,
  spellings: { typed: string; meant: string }[],
): readonly Word[] {
  const mended: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const next = words[at + 1];
    if (next && !(known(word, lexicon) && known(next, lexicon)) && lexicon.parts.has(word.text + next.text)) {
      mended.push(wordOf(word.text + next.text));
      at += 1;
      continue;
    }
    if (known(word, lexicon)) {
      mended.push(word);
      continue;
    }
    const parts = splitCompound(word.text, lexicon);
    if (parts) {
      mended.push(...parts.map(wordOf));
      continue;
    }
    const meant = lexicon.spelling.correct(word.text);
    if (meant !== undefined && !isStopWord(wordOf(meant))) spellings.push({ typed: word.text, meant });
    mended.push(meant === undefined ? word : wordOf(meant));
  }
  return mended;
}

const wordOf = (text: string): Word => ({ text, stem: stem(text) });
const known = (word: Word, lexicon: Lexicon) => lexicon.stems.has(word.stem) || isStopWord(word);

function splitCompound(word: string, lexicon: Lexicon): readonly [string, string] | undefined {
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (Math.max(first.length, second.length) > 3 && lexicon.parts.has(first) && lexicon.parts.has(second))
      return [first, second];
  }
  return undefined;
}

function usualPhrases(words: readonly Word[], lexicon: Lexicon): readonly Word[] {
  const found = lexicon.phrases.find(words.map((word) => word.stem));
  if (found.length === 0) return words;
  const usual: Word[] = [];
  let from = 0;
  for (const { value, at, length } of found) {
    usual.push(...words.slice(from, at), ...value.map((stems) => ({ text: stems, stem: stems })));
    from = at + length;
  }
  return [...usual, ...words.slice(from)];
}
