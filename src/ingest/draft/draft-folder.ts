import type { z } from 'zod';
import type { FILES, sectionFileSchema } from '../../knowledge/schema.ts';
import { type Article, type ArticleSection, printPlace, type Remark } from '../article.ts';
import { askedFor, rarityAmong, tellingWords } from './asked.ts';
import { draftAbout, draftFrameworks, draftSources } from './draft-about.ts';
import { draftSection } from './draft-section.ts';
import { shorten } from './fit.ts';
import { type Compared, textOf } from './frameworks.ts';
import { COLUMNS_LOST } from './from-table.ts';
import { LIMITS } from './limits.ts';
import { namedIn } from './named-in.ts';
import { Slugs } from './slugs.ts';
import { type TopicYaml, toTopic } from './to-topic.ts';
import type { TopicDraft } from './topic-draft.ts';

export type SectionYaml = z.input<typeof sectionFileSchema>;

/** What goes into a knowledge folder, as values: the schema's own types keep every key in its place. */
export interface FolderDraft {
  readonly about: z.input<(typeof FILES)['about.yaml']>;
  readonly frameworks: z.input<(typeof FILES)['frameworks.yaml']>;
  readonly sources: z.input<(typeof FILES)['sources.yaml']>;
  readonly sections: readonly SectionYaml[];
}

/** Where the draft comes from: the file's name, and the day on which it was read. */
export interface Origin {
  readonly file: string;
  readonly today: string;
}

/** Drafts a whole folder from an article. */
export function draftFolder(
  article: Article,
  frameworks: readonly Compared[],
  origin: Origin,
): { readonly folder: FolderDraft; readonly remarks: readonly Remark[] } {
  const named = namedIn(frameworks);
  const remarks: Remark[] = unnamed(article, frameworks);
  const groups = inGroups(article.sections, frameworks);
  const rarity = rarityAmong(article.sections.map(wordsOf));
  const names = new Set(frameworks.flatMap(({ name }) => tellingWords(name)));
  const slugs = new Slugs();
  const ids = new Slugs();
  const sections = groups.map(([head, ...parts], at): SectionYaml => {
    const slug = slugs.give(head.title, `section-${at + 1}`);
    const title = shorten(head.title, LIMITS.title);
    if (title !== head.title)
      remarks.push({
        kind: 'shortened',
        place: head.place,
        says: `a heading too long for a section was shortened: "${head.title}"`,
      });
    const topics = [head, ...parts].flatMap((section): readonly TopicYaml[] => {
      if (section === head && section.blocks.length === 0 && parts.length > 0) return [];
      const drafted = draftSection(section, frameworks, named);
      remarks.push(...drafted.remarks);
      return drafted.topics.map((draft) => {
        const asked = askedFor(draft.title, spoken(draft), rarity, names);
        const made = toTopic(draft, { id: ids.give(draft.title, slug), asked, section, frameworks });
        remarks.push(...made.remarks);
        return made.topic;
      });
    });
    const asked = [...new Set(tellingWords(head.title).filter((word) => !names.has(word)))];
    const about = shorten(`Drafted from ${printPlace(head.place)} of ${origin.file}.`, LIMITS.sectionAbout);
    return { section: slug, title, about, ...(asked.length > 0 && { asked }), topics };
  });
  const folder = {
    about: draftAbout(article, frameworks, origin, sections),
    frameworks: draftFrameworks(frameworks, origin),
    sources: draftSources(article, origin),
    sections,
  };
  return { folder, remarks };
}

/** Each section with its parts. A heading that is just a framework's name is a part, whatever its level. */
function inGroups(
  sections: readonly ArticleSection[],
  frameworks: readonly Compared[],
): readonly [ArticleSection, ...ArticleSection[]][] {
  const names = new Set(frameworks.map(({ name }) => name.toLowerCase()));
  const groups: [ArticleSection, ...ArticleSection[]][] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    const part = section.part || (groups.length > 1 && names.has(section.title.toLowerCase()));
    if (last && part) last.push({ ...section, part: true });
    else groups.push([section]);
  }
  return groups;
}

const wordsOf = (section: ArticleSection): string => `${section.title}\n${section.blocks.map(textOf).join('\n')}`;

const spoken = (draft: TopicDraft): string =>
  [draft.verdict, ...[...draft.said.values()].map((said) => said.text), ...draft.notes]
    .join('\n')
    .replaceAll(COLUMNS_LOST, '');

/** A framework that the article never names will have nothing but empty cells. */
function unnamed(article: Article, frameworks: readonly Compared[]): Remark[] {
  const seen = new Set(namedIn(frameworks)(`${article.title ?? ''}\n${article.sections.map(wordsOf).join('\n')}`));
  return frameworks
    .filter(({ id }) => !seen.has(id))
    .map(({ name }) => ({
      kind: 'names',
      place: { first: 1, last: 1 },
      says: `the article never names ${name}; is it spelt as the article spells it?`,
    }));
}
