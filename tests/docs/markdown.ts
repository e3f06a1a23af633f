import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const readText = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8');

/** What stands between `<!-- name:begin -->` and `<!-- name:end -->`. */
export function partOf(text: string, name: string): string {
  const part = new RegExp(`<!-- ${name}:begin -->\n([\\s\\S]*?)<!-- ${name}:end -->`).exec(text)?.[1];
  if (part === undefined) throw new Error(`There is no part "${name}".`);
  return part;
}

/** What stands under a heading, down to the next of its level or above. What is fenced holds no headings. */
export function sectionOf(text: string, heading: string): string {
  const level = heading.indexOf(' ');
  const lines = text.split('\n');
  const first = lines.indexOf(heading) + 1;
  if (first === 0) throw new Error(`There is no heading "${heading}".`);
  let fenced = false;
  const end = lines.findIndex((line, at) => {
    if (/^ *```/.test(line)) fenced = !fenced;
    return at >= first && !fenced && /^#+ /.test(line) && line.indexOf(' ') <= level;
  });
  return lines.slice(first, end < 0 ? undefined : end).join('\n');
}

export type Cells = readonly string[];

/** The rows of the first table in a text, without its head. */
export function rowsOf(text: string): readonly Cells[] {
  const lines = text.slice(text.search(/^\|/m)).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end < 0 ? undefined : end).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** A table as the pages write it. */
export function tableOf(head: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

/** Words in code marks, `like this`, outside of what is fenced. */
export const codesIn = (text: string): readonly string[] =>
  [...withoutFences(text).matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replace(/\s+/g, ' '));

/** The blocks fenced as a language, without their fences and their indent in a list. */
export function fencedIn(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].flatMap(([, indent = '', of, block = '']) =>
    of === language ? [block.replace(new RegExp(`^${indent}`, 'gm'), '')] : [],
  );
}

/** The same without what is fenced, for looking at what is prose. */
export const withoutFences = (text: string): string => text.replace(/^( *)```[\s\S]*?^ *```$/gm, '');

/** A heading's anchor as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .replace(/[`*]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

export const anchorsIn = (text: string): readonly string[] =>
  [...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
