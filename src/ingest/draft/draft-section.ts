import { type ArticleSection, printPlace, type Remark } from '../article.ts';
import { sentences } from '../sentences.ts';
import type { Compared } from './frameworks.ts';
import { fromCode, type Snippet } from './from-code.ts';
import { fromList, type KeyedTopic } from './from-list.ts';
import { fromTable } from './from-table.ts';
import { mergeTopics } from './merge-topics.ts';
import type { NamedIn } from './named-in.ts';
import { placeCode } from './place-code.ts';
import { sortText, type TopicDraft } from './topic-draft.ts';

/** The topics of a section: one for its running text, and one for each label, row and further snippet. Never none. */
export function draftSection(
  section: ArticleSection,
  frameworks: readonly Compared[],
  named: NamedIn,
): { readonly topics: readonly TopicDraft[]; readonly remarks: readonly Remark[] } {
  const text: string[] = [];
  const notes: string[] = [];
  const keyed: KeyedTopic[] = [];
  const snippets: Snippet[] = [];
  const remarks: Remark[] = [];
  let lead: string | undefined;
  for (const [at, block] of section.blocks.entries()) {
    const above = lead;
    lead = undefined;
    if (block.kind === 'paragraph') {
      const next = section.blocks[at + 1]?.kind;
      const said = sentences(block.text);
      if (block.text.endsWith(':')) lead = said.at(-1);
      // A list decides for itself whether the sentence above it is a statement or its label.
      const own = next === 'list' && lead !== undefined ? said.slice(0, -1) : said;
      if (own.length > 0) text.push(own.join(' '));
    } else if (block.kind === 'list') {
      const made = fromList(block, { lead: above, title: section.title, frameworks, named });
      keyed.push(...made.topics);
      text.push(...made.text);
      notes.push(...made.notes);
    } else if (block.kind === 'table') {
      const made = fromTable(block, frameworks, named);
      keyed.push(...made.topics);
      notes.push(...made.notes);
    } else if (block.kind === 'code') {
      const made = fromCode(block, above, frameworks, named);
      snippets.push(...made.snippets);
      remarks.push(...made.remarks);
    }
  }
  const { codes, notes: codeNotes } = placeCode(snippets);
  const overview = overviewOf(section, sortText(text, named), [...notes, ...codeNotes], codes[0], keyed.length > 0);
  const further = codes.slice(1).map((code, index): TopicDraft => {
    const title = `${section.title}: more code${index > 0 ? ` (${index + 1})` : ''}`;
    const says = `Code from the article's part "${section.title}".`;
    return { title, place: section.place, verdict: says, said: new Map(), notes: [says], code };
  });
  return { topics: [...overview, ...mergeTopics(keyed), ...further], remarks };
}

function overviewOf(
  section: ArticleSection,
  sorted: ReturnType<typeof sortText>,
  more: readonly string[],
  code: TopicDraft['code'],
  others: boolean,
): readonly TopicDraft[] {
  const notes = [...sorted.notes, ...more];
  const bare = sorted.verdict === '' && notes.length === 0;
  if (bare && !code && others) return [];
  const stand = code
    ? `Code from the article's part "${section.title}".`
    : `The article's text for this is missing (${printPlace(section.place)}).`;
  const verdict = sorted.verdict || (notes[0] === undefined ? stand : (sentences(notes[0])[0] ?? notes[0]));
  const filled = notes.length === 0 && sorted.said.size === 0 ? [stand] : notes;
  return [
    {
      title: section.title,
      place: section.place,
      overview: !section.part,
      verdict,
      said: sorted.said,
      notes: filled,
      ...(code && { code }),
    },
  ];
}
