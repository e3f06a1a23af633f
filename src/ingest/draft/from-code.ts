import type { Code, Remark } from '../article.ts';
import { dedent } from '../text/code-block.ts';
import { isComment } from '../text/code-lines.ts';
import type { Compared } from './frameworks.ts';
import type { NamedIn } from './named-in.ts';

/** A snippet, or the part of one that a comment marks as one framework's. */
export interface Snippet {
  readonly owner: string | undefined;
  readonly language: string;
  readonly text: string;
}

/**
 * Gives code to frameworks where it is evident: by a comment above it that names one, by what it imports and calls, and
 * only then by the sentence above it. Where these disagree it is nobody's, and a remark says so.
 */
export function fromCode(
  code: Code,
  lead: string | undefined,
  frameworks: readonly Compared[],
  named: NamedIn,
): { readonly snippets: readonly Snippet[]; readonly remarks: readonly Remark[] } {
  const parts = partsOf(code.text, named);
  const snippets = parts.map(({ text, marked }): Snippet => {
    const called = calledBy(text, frameworks);
    const spoken = parts.length === 1 ? only(named(lead ?? '')) : undefined;
    const owner =
      called.length > 1
        ? undefined
        : called[0] === undefined
          ? (marked ?? spoken)
          : marked === undefined || marked === called[0]
            ? called[0]
            : undefined;
    return { owner, language: languageOf(code, text), text };
  });
  const lost = snippets.some((snippet) => snippet.owner === undefined);
  const remarks: readonly Remark[] = lost
    ? [
        {
          kind: 'code',
          place: code.place,
          says: 'code that shows no framework of its own; it stands in the notes, give it to one by hand',
        },
      ]
    : [];
  return { snippets, remarks };
}

const only = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined);

/** Cuts code at the comments that name exactly one framework. */
function partsOf(
  text: string,
  named: NamedIn,
): readonly { readonly text: string; readonly marked: string | undefined }[] {
  const parts: { lines: string[]; marked: string | undefined }[] = [{ lines: [], marked: undefined }];
  for (const line of text.split('\n')) {
    const marked = isComment(line.trim()) ? only(named(line)) : undefined;
    const last = parts.at(-1);
    if (marked !== undefined && marked !== last?.marked) parts.push({ lines: [line], marked });
    else last?.lines.push(line);
  }
  return parts
    .map(({ lines, marked }) => ({ text: dedent(lines.join('\n')), marked }))
    .filter((part) => part.text.trim() !== '');
}

const NAMES = /\b([A-Za-z_]\w*)(?=\.\w|\()|\b(?:import|from|require|use|using)\b[\s('"]+([\w@/.-]+)/g;

/** The frameworks whose modules the code calls: `torch.rand` is PyTorch's, `tf.add` TensorFlow's. */
function calledBy(text: string, frameworks: readonly Compared[]): readonly string[] {
  const roots = new Set<string>();
  for (const [, call, module] of text.matchAll(NAMES)) {
    const root = (module ?? call ?? '').split(/[./-]/).find((part) => part !== '' && part !== '@');
    if (root) roots.add(root.toLowerCase());
  }
  return frameworks.filter(({ name }) => [...roots].some((root) => isShortFor(root, name))).map(({ id }) => id);
}

function isShortFor(root: string, name: string): boolean {
  const whole = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const initials = (name.match(/\p{Lu}/gu) ?? []).join('').toLowerCase();
  if (root === whole) return true;
  if (root.length >= 4 && whole.length > root.length && (whole.startsWith(root) || whole.endsWith(root))) return true;
  return initials.length >= 2 && initials.length < whole.length && root === initials;
}

const LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ['sql', /^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|EXPLAIN|WITH)\s/m],
  ['javascript', /^\s*(?:const|let|var|function|export)\s|=>|\brequire\(/m],
  ['shell', /^\s*(?:\$ |sudo |npm |pip3? |docker |git |kubectl )/m],
  [
    'python',
    /^\s*(?:import [\w.]+(?:;|$| as )|from [\w.]+ import |def \w+\(|class \w+.*:$|print\()|^\w+(?:, ?\w+)* = [\w.]+(?:\(.*\)|.*)$/m,
  ],
];

function languageOf(code: Code, text: string): string {
  if (code.language) return code.language;
  return LANGUAGES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text';
}
