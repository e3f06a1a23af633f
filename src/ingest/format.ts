import { extname } from 'node:path';

export const FORMATS = ['markdown', 'html', 'text'] as const;
export type Format = (typeof FORMATS)[number];

const BY_NAME: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
};

/** The format of a file: by its name, and where the name says nothing, by its text. */
export function formatOf(file: string, text: string): Format {
  return BY_NAME[extname(file).toLowerCase()] ?? sniff(text);
}

function sniff(text: string): Format {
  if (/^\s*(?:<!doctype html|<html[\s>]|<\?xml|<body[\s>]|<article[\s>])/i.test(text.slice(0, 500))) return 'html';
  // One "#" is as often a comment in a snippet as a heading, so only deeper headings or a fence speak for Markdown.
  const headings = text.match(/^#{2,6} \S/gm)?.length ?? 0;
  return headings >= 2 || (headings > 0 && /^```/m.test(text)) ? 'markdown' : 'text';
}
