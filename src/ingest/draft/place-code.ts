import { splitLines } from './fit.ts';
import type { Snippet } from './from-code.ts';
import { LIMITS } from './limits.ts';
import type { CodeDraft } from './topic-draft.ts';

/**
 * Snippets as the `code` of one topic or more: a topic has one snippet for each framework, in one language, and what no
 * longer fits begins the next. Snippets that are nobody's become notes.
 */
export function placeCode(snippets: readonly Snippet[]): {
  readonly codes: readonly CodeDraft[];
  readonly notes: readonly string[];
} {
  const codes: { language: string; snippets: Map<string, string> }[] = [];
  for (const { owner, language, text } of snippets) {
    if (owner === undefined) continue;
    for (const piece of splitLines(text, LIMITS.snippet)) {
      const last = codes.at(-1);
      const before = last?.snippets.get(owner);
      const joined = before === undefined ? piece : `${before}\n\n${piece}`;
      if (last && last.language === language && joined.length <= LIMITS.snippet) last.snippets.set(owner, joined);
      else codes.push({ language, snippets: new Map([[owner, piece]]) });
    }
  }
  const notes = snippets
    .filter((snippet) => snippet.owner === undefined)
    .flatMap(({ text }) => splitLines(text, LIMITS.note - 8).map((piece) => `Code:\n${piece}`));
  return { codes, notes };
}
