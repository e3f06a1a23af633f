import type { z } from 'zod';
import type { topicSchema } from '../../knowledge/schema.ts';
import { type ArticleSection, printPlace, type Remark } from '../article.ts';
import { shorten, split } from './fit.ts';
import type { Compared } from './frameworks.ts';
import { LIMITS } from './limits.ts';
import type { TopicDraft } from './topic-draft.ts';

export type TopicYaml = z.input<typeof topicSchema>;

/** The id under which every draft cites the article. */
export const SOURCE = 'article';

export interface TopicFrame {
  readonly id: string;
  readonly asked: readonly string[];
  readonly section: ArticleSection;
  readonly frameworks: readonly Compared[];
}

/** Fits a drafted topic to the schema. What is too long goes on in notes; what had to be shortened is remarked. */
export function toTopic(
  draft: TopicDraft,
  frame: TopicFrame,
): { readonly topic: TopicYaml; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const title = shorten(draft.title, LIMITS.title);
  if (title !== draft.title.trim())
    remarks.push({
      kind: 'shortened',
      place: draft.place,
      says: `a title too long for a topic was shortened: "${draft.title}"`,
    });
  const verdict = shorten(draft.verdict, LIMITS.verdict) || title;
  const notes: string[] = !draft.composed && verdict.endsWith('…') && verdict !== draft.verdict ? [draft.verdict] : [];
  const cells: Record<string, NonNullable<TopicYaml['cells']>[string]> = {};
  for (const { id, name } of frame.frameworks) {
    const said = draft.said.get(id);
    const [first, ...more] = said ? split(said.text, LIMITS.says) : [];
    if (first !== undefined) cells[id] = { support: said?.support ?? 'unknown', says: first, sources: [SOURCE] };
    else if (draft.said.size > 0)
      cells[id] = { support: 'unknown', says: `The article says nothing of ${name} here.`, sources: [SOURCE] };
    for (const text of split(more.join(' '), LIMITS.note - name.length - 2)) notes.push(`${name}: ${text}`);
  }
  const fitted = [...notes, ...draft.notes]
    .flatMap((note) => (note.length <= LIMITS.note ? [note.trim()] : split(note, LIMITS.note)))
    .filter((note) => note !== '');
  if (Object.keys(cells).length === 0 && fitted.length === 0) fitted.push(verdict);
  const topic: TopicYaml = {
    id: frame.id,
    title,
    ...(draft.overview && { overview: true }),
    asked: [...frame.asked],
    verdict,
    keeps: /\b(?:history|histories|origins?)\b/i.test(frame.section.title) ? 'history' : 'release',
    ...(Object.keys(cells).length > 0 && { cells }),
    ...(fitted.length > 0 && { notes: fitted.map((says) => ({ says, sources: [SOURCE] })) }),
    ...(draft.code && {
      code: {
        language: draft.code.language.slice(0, LIMITS.language),
        snippets: Object.fromEntries(draft.code.snippets),
      },
    }),
    draft: printPlace(draft.place),
  };
  return { topic, remarks };
}
