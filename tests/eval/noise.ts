import type { GoldenQuestion } from './golden.ts';
import { pickFrom, randomFrom } from './random.ts';

/** Shorter words are seldom misspelt, and a slip in them often makes another word. */
const LONG = 6;
const MOST_SLIPS = 2;

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\btensorflow\b/gi, 'tf'],
  [/\bpytorch\b/gi, 'pt'],
  [/\bmachine learning\b/gi, 'ml'],
  [/\bdeep learning\b/gi, 'dl'],
  [/\bneural (?:network|net)(s?)\b/gi, 'nn$1'],
  [/\bwithout\b/gi, 'w/o'],
  [/\bwith\b/gi, 'w/'],
  [/\bbetween\b/gi, 'btw'],
  [/\bversus\b/gi, 'vs'],
  [/\band\b/gi, 'n'],
  [/\byou\b/gi, 'u'],
  [/\bare\b/gi, 'r'],
  [/\bbecause\b/gi, 'bc'],
  [/\bplease\b/gi, 'pls'],
  [/\bdifference(s?)\b/gi, 'diff$1'],
  [/\bproduction\b/gi, 'prod'],
  [/\bperformance\b/gi, 'perf'],
  [/\bdocumentation\b/gi, 'docs'],
  [/\bapplication(s?)\b/gi, 'app$1'],
  [/\bdevelop(?:ment|er)(s?)\b/gi, 'dev$1'],
  [/\blibrar(?:y|ie)(s?)\b/gi, 'lib$1'],
  [/\brepositor(?:y|ie)(s?)\b/gi, 'repo$1'],
  [/\benvironment(s?)\b/gi, 'env$1'],
  [/\binformation\b/gi, 'info'],
  [/\bparameter(s?)\b/gi, 'param$1'],
  [/\bvisuali[sz]ation\b/gi, 'viz'],
  [/\bdistributed\b/gi, 'distrib'],
  [/\bwhat is\b/gi, 'whats'],
];

type Noise = (text: string, random: () => number) => string;

/** What people and Slack do to a question. Each is pure but for the seeded generator it is given. */
export const NOISES = {
  typos: (text, random) => {
    const long = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= LONG);
    while (long.length > MOST_SLIPS) long.splice(Math.floor(random() * long.length), 1);
    return long
      .sort((a, b) => b.index - a.index)
      .reduce(
        (noisy, { 0: word, index }) =>
          noisy.slice(0, index) + misspell(word, random) + noisy.slice(index + word.length),
        text,
      );
  },
  abbreviations: (text) => SHORT_FORMS.reduce((short, [long, form]) => short.replace(long, form), text),
  markup: (text, random) => {
    const words = text.split(' ');
    const at = Math.floor(random() * words.length);
    const word = words[at] ?? '';
    words[at] = pickFrom(
      [`*${word}*`, `_${word}_`, `\`${word}\``, `~${word}~`, `<https://example.com/a|${word}>`],
      random,
    );
    const said = words.join(' ').replace(/ and /i, ' &amp; ');
    return pickFrom(
      [`<@U07AB> ${said} :thinking_face:`, `&gt; ${said}`, `hey <@U07AB|fwcompare>, ${said} :eyes::pray:`],
      random,
    );
  },
  capitals: (text) => text.toUpperCase(),
  bare: (text) =>
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/[^\p{L}\p{N}\s.+#_/-]|\.(?=\s|$)/gu, '')
      .replace(/\s+/g, ' '),
} satisfies Readonly<Record<string, Noise>>;

/** One slip as fingers make it: two letters swapped, one left out, one doubled. The first letter is seldom hit. */
function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, here, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  const slip = here === next ? 1 : Math.floor(random() * 3);
  if (slip === 0) return before + next + here + after;
  return slip === 1 ? before + next + after : before + here + here + next + after;
}

const OTHERS = ['abbreviations', 'markup', 'capitals', 'bare'] as const;

/**
 * Noisy variants of a question: one with typos, one with another noise that changes it, in an order that its id decides. The same
 * question always gives the same variants, whatever stands before it in the set.
 */
export function noisyVariants(question: GoldenQuestion): readonly GoldenQuestion[] {
  const turn = Math.floor(randomFrom(question.id)() * OTHERS.length);
  const others = OTHERS.map((_, at) => OTHERS[(turn + at) % OTHERS.length] ?? 'capitals');
  const variant = (noise: keyof typeof NOISES): GoldenQuestion[] => {
    const q = NOISES[noise](question.q, randomFrom(`${question.id} ${noise}`));
    return q === question.q ? [] : [{ ...question, q, id: `${question.id}~${noise}`, style: `noisy/${noise}` }];
  };
  return [...variant('typos'), ...others.flatMap(variant).slice(0, 1)];
}
