import type { Article } from '../article.ts';
import type { FolderDraft, Origin, SectionYaml } from './draft-folder.ts';
import { shorten } from './fit.ts';
import type { Compared } from './frameworks.ts';
import { LIMITS } from './limits.ts';
import { SOURCE } from './to-topic.ts';

/** No page of anybody's: `.invalid` is kept free for this (RFC 2606). */
export const PLACEHOLDER_URL = 'https://replace-me.invalid/';
/** No version has this number, and none came out in this year: neither can be taken for a fact. */
export const PLACEHOLDER_VERSION = { version: '0', released: '0000' } as const;

const MOST_EXAMPLES = 4;

export function draftAbout(
  article: Article,
  frameworks: readonly Compared[],
  origin: Origin,
  sections: readonly SectionYaml[],
): FolderDraft['about'] {
  const names = listed(frameworks.map(({ name }) => name));
  return {
    title: shorten(names, LIMITS.title),
    about: shorten(
      `${names}, side by side. A draft made from ${origin.file}; write here in one sentence what is compared.`,
      LIMITS.about,
    ),
    article: {
      title: shorten(article.title ?? origin.file, LIMITS.articleTitle),
      source: SOURCE,
      dated: `The file does not say; it was read on ${origin.today}. Write here what is known of its date.`,
    },
    sections: sections.map(({ section }) => section),
    default_topic: defaultTopic(sections),
    examples: [...examplesFrom(sections, names)],
  };
}

/** What answers a bare "A or B?": the closing words where there are some, else the advice, else how the article begins. */
function defaultTopic(sections: readonly SectionYaml[]): string {
  const titled = (words: RegExp) => sections.findLast(({ title }) => words.test(title));
  const section =
    titled(/\b(?:closing|conclusions?|summary|verdict|bottom line|final)\b/i) ??
    titled(/\b(?:should|choos|which|pick)/i) ??
    sections[0];
  return section?.topics[0]?.id ?? '';
}

/** Titles of topics, which their own topics answer; a short article is asked for as a whole too. */
function examplesFrom(sections: readonly SectionYaml[], names: string): readonly string[] {
  const titles = [
    ...sections.flatMap(({ topics }) => topics.slice(0, 1)),
    ...sections.flatMap(({ topics }) => topics.slice(1)),
  ];
  const own = [...new Set(titles.map(({ title }) => title.toLowerCase().trim()))].slice(0, MOST_EXAMPLES);
  const spare = [
    shorten(names, LIMITS.example),
    shorten(`compare ${names}`, LIMITS.example),
    shorten(`differences: ${names}`, LIMITS.example),
  ];
  return own.length >= 3 ? own : [...own, ...spare].slice(0, 3);
}

export function draftFrameworks(frameworks: readonly Compared[], origin: Origin): FolderDraft['frameworks'] {
  return {
    frameworks: frameworks.map(({ id, name }) => ({
      id,
      name,
      about: shorten(`${name}, as compared in ${origin.file}. Say here in one sentence what it is.`, LIMITS.about),
      aliases: [],
      column: true,
      logo_alt: `${name} logo`,
      links: [{ title: shorten(`${name} documentation`, LIMITS.title), url: PLACEHOLDER_URL }],
      versions: [PLACEHOLDER_VERSION],
      sources: [SOURCE],
    })),
  };
}

export function draftSources(article: Article, origin: Origin): FolderDraft['sources'] {
  return {
    sources: {
      [SOURCE]: {
        title: shorten(article.title ?? origin.file, LIMITS.sourceTitle),
        file: shorten(origin.file, LIMITS.file),
        kind: 'article',
        read: origin.today,
      },
    },
  };
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
