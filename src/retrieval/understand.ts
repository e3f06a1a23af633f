import type { FrameworkId, Tool } from '../knowledge/model.ts';
import type { Question } from '../question/question.ts';
import { toWords, type Word } from '../question/words.ts';
import { ordinarinessOf } from './english.ts';
import type { Lexicon } from './lexicon.ts';
import { type Mended, usualWords } from './mend.ts';
import { frameworkToken } from './names.ts';
import { PLACE, type SeenWord, type TokenNumber } from './vocabulary.ts';

/** One thing a question says, and the tokens by which an entry may say it too. */
export interface Term {
  /** As typed, for people to recognise. */
  readonly said: string;
  readonly kind: 'word' | 'number' | 'framework';
  /** Its stem, or the framework it names: said twice, it counts once. */
  readonly key: string;
  /** Tokens of the index that count as this term; none when no entry has any. */
  readonly tokens: readonly TermToken[];
  /** Stands somewhere among the topics, itself or by a synonym. */
  readonly known: boolean;
  /** The knowledge itself says it: it does not only stand in a question that somebody put. */
  readonly topical: boolean;
  /** Part of a tool's name: who says it means it. */
  readonly named: boolean;
  /** How ordinary the word is in English, from 0 (the most common) to 1. */
  readonly rarity: number;
  /** An ordinary English word, so that not knowing it means little. */
  readonly english: boolean;
}

interface TermToken {
  readonly number: TokenNumber;
  /** Stands for the very word, not for all words of its stem. */
  readonly exact: boolean;
  /** How fully it counts: 1 for the word itself, less for a near-synonym. */
  readonly worth: number;
}

/** A question seen through the words of the knowledge. */
export interface Understood {
  readonly question: Question;
  /** Its words in their usual spelling. */
  readonly words: readonly SeenWord[];
  /** Those of them that tell what it is about: "code for mixed precision" is about mixed precision, and wants code. */
  readonly telling: readonly SeenWord[];
  readonly terms: readonly Term[];
  /** Frameworks it names, in the order of naming. */
  readonly frameworks: readonly FrameworkId[];
  readonly tools: readonly Tool[];
  /** Names of things that are not compared here. */
  readonly notCompared: readonly string[];
  readonly pins: ReadonlyMap<FrameworkId, string>;
  readonly spellings: readonly Mended[];
}

/** The stem is worth a little less than the very word, and a framework's name breaks ties but must not decide alone. */
const STEM = 0.6;
const SYNONYM = 0.85;
const FRAMEWORK = 0.35;

/** Understands a question: spelling, compounds, phrases, names, synonyms. Pure; the same question gives the same. */
export function understand(question: Question, lexicon: Lexicon): Understood {
  const { words, spellings } = usualWords(question.words, lexicon);
  const naming = namesIn(words, question, lexicon);
  const concepts = new Map<number, string>();
  for (const { value, at, length } of lexicon.concepts.find(words)) {
    for (let i = at; i < at + length; i += 1) concepts.set(i, value);
  }
  const terms = new Map<string, Term>();
  for (const [at, word] of words.entries()) {
    const part = naming.parts.get(at);
    if (part?.kind === 'inside' || (part === undefined && word.stop)) continue;
    const term =
      part?.kind === 'framework'
        ? frameworkTerm(word, part.id, lexicon)
        : wordTerm(word, concepts.get(at), part !== undefined, lexicon);
    if (!terms.has(term.key)) terms.set(term.key, term);
  }
  const told = question.want === 'code' ? withoutCues([...terms.values()]) : [...terms.values()];
  return {
    question,
    words,
    telling: told.length < terms.size ? words.filter(({ text }) => !CODE_CUES.has(text)) : words,
    terms: told,
    frameworks: [...naming.frameworks],
    tools: [...naming.tools.values()],
    notCompared: [...naming.notCompared],
    pins: naming.pins,
    spellings,
  };
}

/** The word "code" names no topic, unless it is all that is said. */
function withoutCues(terms: readonly Term[]): readonly Term[] {
  const rest = terms.filter((term) => !CODE_CUES.has(term.said));
  return rest.some((term) => term.kind === 'word') ? rest : terms;
}
const CODE_CUES = new Set(['code', 'codes', 'snippet', 'snippets', 'example', 'examples', 'sample', 'syntax']);

/** What a word is in the names that a question holds. */
type Part =
  | { readonly kind: 'framework'; readonly id: FrameworkId }
  | { readonly kind: 'tool' }
  /** A further word of a framework's name, or its version: said already. */
  | { readonly kind: 'inside' };

interface Naming {
  readonly parts: ReadonlyMap<number, Part>;
  readonly frameworks: ReadonlySet<FrameworkId>;
  readonly tools: ReadonlyMap<string, Tool>;
  readonly notCompared: ReadonlySet<string>;
  readonly pins: ReadonlyMap<FrameworkId, string>;
}

function namesIn(words: readonly Word[], question: Question, lexicon: Lexicon): Naming {
  const parts = new Map<number, Part>();
  const frameworks = new Set<FrameworkId>();
  const tools = new Map<string, Tool>();
  const notCompared = new Set<string>();
  const pins = new Map<FrameworkId, string>();
  for (const { value, at, length } of lexicon.names.find(words)) {
    switch (value.kind) {
      case 'tool':
        tools.set(value.tool.id, value.tool);
        for (let i = at; i < at + length; i += 1) parts.set(i, { kind: 'tool' });
        break;
      case 'not-compared':
        notCompared.add(value.name);
        break;
      case 'framework': {
        frameworks.add(value.id);
        for (let i = at; i < at + length; i += 1) parts.set(i, { kind: 'inside' });
        parts.set(at, { kind: 'framework', id: value.id });
        const version = words[at + length]?.text ?? '';
        if (/^\d+\.\d+/.test(version)) {
          pins.set(value.id, version);
          parts.set(at + length, { kind: 'inside' });
        }
      }
    }
  }
  for (const pin of question.pins) {
    const named = lexicon.names.find(toWords(pin.name))[0]?.value;
    if (named?.kind === 'framework') pins.set(named.id, pin.version);
  }
  return { parts, frameworks, tools, notCompared, pins };
}

function frameworkTerm(word: Word, id: FrameworkId, { vocabulary }: Lexicon): Term {
  const key = frameworkToken(id);
  const number = vocabulary.nameToken(key);
  return {
    said: word.text,
    kind: 'framework',
    key,
    tokens: number === undefined ? [] : [{ number, exact: false, worth: FRAMEWORK }],
    known: true,
    topical: true,
    named: true,
    rarity: 0,
    english: true,
  };
}

function wordTerm(word: SeenWord, concept: string | undefined, named: boolean, { vocabulary }: Lexicon): Term {
  const { text, stem, stop, root, own } = word;
  const synonym = concept === undefined ? undefined : vocabulary.nameToken(concept);
  const places = root?.places ?? 0;
  const tokens: TermToken[] = [];
  if (root?.token !== undefined) tokens.push({ number: root.token, exact: false, worth: text === stem ? 1 : STEM });
  if (own !== undefined && !stop) tokens.push({ number: own, exact: true, worth: 1 });
  if (synonym !== undefined) tokens.push({ number: synonym, exact: false, worth: SYNONYM });
  return {
    said: text,
    kind: /^\d+$/.test(text) ? 'number' : 'word',
    key: stem,
    tokens,
    known: (places & (PLACE.phrase | PLACE.prose | PLACE.question)) !== 0 || concept !== undefined,
    topical: (places & (PLACE.phrase | PLACE.prose)) !== 0 || concept !== undefined,
    named,
    ...ordinarinessOf(text),
  };
}
