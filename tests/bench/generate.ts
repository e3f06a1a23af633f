import type { Knowledge, TopicId } from '../../src/knowledge/model.ts';
import { toWords } from '../../src/question/words.ts';
import { type Entry, entriesOf } from '../../src/retrieval/entries.ts';
import { pickFrom, randomFrom } from '../eval/random.ts';

/**
 * How long the fields of a shipped entry are, in phrases or words, from the lower quartile to the upper: measured on the
 * knowledge as of November 2026, about 160 words an entry.
 */
const LENGTHS = {
  phrases: [11, 17],
  phrase: [2, 4],
  questions: [3, 6],
  sectionWords: [4, 5],
  verdict: [20, 28],
  claims: [0, 14],
  body: [56, 96],
} as const;
/** Shipped: 175 topics in 12 sections. */
const TOPICS_IN_SECTION = 15;
/** Heaps' law: a vocabulary grows with this power of the text. */
const HEAPS = 0.6;
/** Zipf's law, with Mandelbrot's shift that flattens its head. */
const [EXPONENT, SHIFT] = [1.05, 2.7];

/** Entries of any number that look like the shipped ones, and questions to ask about them; the same in every run. */
export interface Generated {
  readonly entries: readonly Entry[];
  readonly questions: readonly string[];
}

export function generate(knowledge: Knowledge, size: number, questions: number): Generated {
  const random = randomFrom(size);
  const words = vocabularyFor(knowledge, size);
  const draw = zipfOver(words, random);
  const between = ([low, high]: readonly [number, number]): number => low + Math.floor(random() * (high - low + 1));
  const many = (count: number, next: () => string): string => Array.from({ length: count }, next).join(' ');
  // What a topic is about: three words that its fields repeat, seldom common ones.
  const subjectOf = (): readonly string[] => Array.from({ length: 3 }, () => pickFrom(words, random));
  const phraseOf = (subject: readonly string[]): string =>
    many(between(LENGTHS.phrase), () => (random() < 0.45 ? pickFrom(subject, random) : draw()));

  const sections = Array.from({ length: Math.max(1, Math.ceil(size / TOPICS_IN_SECTION)) }, (_, at) => ({
    slug: `section-${at}`,
    words: Array.from({ length: between(LENGTHS.sectionWords) }, () => many(2, draw)),
  }));
  const entries = Array.from({ length: size }, (_, number): Entry => {
    const section = sections[Math.floor(number / TOPICS_IN_SECTION)] ?? pickFrom(sections, random);
    const subject = subjectOf();
    const prose = (count: number) => many(count, () => (random() < 0.08 ? pickFrom(subject, random) : draw()));
    return {
      kind: 'topic',
      id: `topic-${number}` as TopicId,
      section: section.slug,
      overview: number % TOPICS_IN_SECTION === 0,
      yields: false,
      phrases: Array.from({ length: between(LENGTHS.phrases) }, () => phraseOf(subject)),
      names: random() < 0.5 ? [phraseOf(subject)] : [],
      questions: Array.from(
        { length: between(LENGTHS.questions) },
        () => `${phraseOf(subject)} ${phraseOf(subject)} ${prose(3)}`,
      ),
      sectionWords: section.words,
      verdict: prose(between(LENGTHS.verdict)),
      claims: prose(between(LENGTHS.claims)),
      body: prose(between(LENGTHS.body)),
    };
  });
  return {
    entries,
    questions: Array.from({ length: questions }, () => questionAbout(pickFrom(entries, random), random)),
  };
}

const OPENINGS = [
  'which framework has better',
  'does pytorch support',
  'tensorflow',
  'is there',
  'what is',
  'compare',
  'how good is',
] as const;
/** Every fifth question has a slip of the finger, every tenth a word that no entry knows. */
const [SLIPS, STRANGERS] = [0.2, 0.1];

function questionAbout({ phrases }: Entry, random: () => number): string {
  const words = `${pickFrom(OPENINGS, random)} ${pickFrom(phrases, random)} ${pickFrom(phrases, random)}`.split(' ');
  if (random() < SLIPS) {
    const at = words.findLastIndex((word) => word.length > 5);
    const word = words[at];
    if (word) words[at] = word.slice(0, 2) + word.slice(3);
  }
  if (random() < STRANGERS) words.push('zxqwvomat');
  return `${words.join(' ')}?`;
}

/** The shipped words, the most frequent first, and after them invented ones. */
function vocabularyFor(knowledge: Knowledge, size: number): readonly string[] {
  const shipped = entriesOf(knowledge);
  const counts = new Map<string, number>();
  for (const { phrases, verdict, claims, body } of shipped) {
    for (const { text } of toWords([...phrases, verdict, claims, body].join(' ')))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const known = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  const wanted = Math.ceil(known.length * (size / shipped.length) ** HEAPS);
  return [
    ...known.slice(0, wanted),
    ...Array.from({ length: Math.max(0, wanted - known.length) }, (_, number) => invented(number)),
  ];
}

const SYLLABLES = [
  'b',
  'd',
  'f',
  'g',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'z',
  'st',
  'tr',
  'pl',
  'gr',
].flatMap((head) => ['a', 'e', 'i', 'o', 'u'].map((vowel) => head + vowel));
const ENDINGS = ['n', 'r', 'x', 'ting', 'tion', 'ner', 'l', 'm', 'sor', 'd'] as const;

/** A word that can be spoken; each number has its own. */
function invented(number: number): string {
  let [rest, word] = [Math.floor(number / ENDINGS.length) + SYLLABLES.length, ''];
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word + (ENDINGS[number % ENDINGS.length] ?? '');
}

function zipfOver(words: readonly string[], random: () => number): () => string {
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank += 1) {
    sum += (rank + 1 + SHIFT) ** -EXPONENT;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}
