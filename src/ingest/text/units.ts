import type { Block, Heading, List, ListItem, Remark } from '../article.ts';
import { flat } from '../normalise.ts';
import { toBullet } from './bullets.ts';
import { toCode } from './code-block.ts';
import type { ArticleLine } from './drop-furniture.ts';
import { placeOf } from './lines.ts';
import { markCode } from './mark-code.ts';
import { toRow, toTable } from './table-rows.ts';

/** Lines of running text that may be a paragraph, a heading, a caption or a title; which, its neighbours decide. */
export interface TextUnit {
  readonly kind: 'text';
  readonly text: string;
  readonly place: { readonly first: number; readonly last: number };
  /** Blank lines above it. */
  readonly gap: number;
  readonly stub: boolean;
}

export type Unit = TextUnit | Exclude<Block, { kind: 'paragraph' | 'image' }> | Heading;

/** Cuts lines into units by what each line is in itself. */
export function toUnits(
  lines: readonly ArticleLine[],
  words: ReadonlySet<string>,
  wrapped: boolean,
): { readonly units: readonly Unit[]; readonly remarks: readonly Remark[] } {
  const code = markCode(lines);
  const rowAt = lines.map((line, index) => (code[index] ? undefined : toRow(line, words)));
  const units: Unit[] = [];
  const remarks: Remark[] = [];
  let at = 0;
  /** Takes lines for as long as `belongs` says so, one at least. */
  const take = (belongs: (line: ArticleLine, index: number) => boolean): readonly ArticleLine[] => {
    const from = at;
    at += 1;
    for (let line = lines[at]; line && belongs(line, at); line = lines[at]) at += 1;
    return lines.slice(from, at);
  };
  for (let line = lines[at]; line; line = lines[at]) {
    const row = rowAt[at];
    if (code[at]) units.push(toCode(take((_, index) => code[index] === true)));
    else if (isMarkedHeading(line.text)) units.push(markedHeading(take(() => false)));
    else if (underline(lines[at + 1]))
      units.push(underlined(take((next) => underline(next) !== undefined && next.gap === 0)));
    else if (isRule(line.text)) take(() => false);
    else if (isListLine(line)) units.push(...toList(take((next, index) => !code[index] && continuesList(next, line))));
    else if (row) {
      const from = at;
      take((_, index) => rowAt[index] !== undefined);
      const rows = rowAt.slice(from, at).flatMap((each) => each ?? []);
      if (rows.length === 1 && !row.glued && row.cells.length < 3) units.push(toText([line]));
      else {
        const made = toTable(rows, undefined);
        units.push(made.table);
        for (const remark of made.remarks) remarks.push(remark);
      }
    } else {
      const join = (next: ArticleLine, index: number) =>
        next.gap === 0 &&
        !code[index] &&
        !isListLine(next) &&
        !rowAt[index] &&
        !underline(next) &&
        joins(lines[index - 1], next);
      units.push(toText(wrapped ? take(join) : take(() => false)));
    }
  }
  return { units, remarks };
}

/** A short line above a full one is a heading that lost its blank line, not the start of a paragraph. */
function joins(above: ArticleLine | undefined, line: ArticleLine): boolean {
  if (!above) return false;
  return above.text.length >= 45 || above.gap === 0 || line.text.length < 45;
}

const isRule = (text: string): boolean => /^(?:[-=_*~]\s?){3,}$/.test(text);
const isMarkedHeading = (text: string): boolean => /^#{2,6}\s+\S/.test(text);

function underline(line: ArticleLine | undefined): 1 | 2 | undefined {
  if (!line || line.gap > 0) return undefined;
  return /^={3,}$/.test(line.text) ? 1 : /^-{3,}$/.test(line.text) ? 2 : undefined;
}

function markedHeading(lines: readonly ArticleLine[]): Heading {
  const text = lines[0]?.text ?? '';
  const level = /^#+/.exec(text)?.[0].length ?? 2;
  return { kind: 'heading', level, text: flat(text.slice(level).replace(/#+$/, '')), place: placeOf(lines) };
}

function underlined(lines: readonly ArticleLine[]): Heading {
  return { kind: 'heading', level: underline(lines[1]) ?? 2, text: flat(lines[0]?.text ?? ''), place: placeOf(lines) };
}

const LONE_MARK = /^[•●○◦▪■‣⁃·]$/;
const isListLine = (line: ArticleLine): boolean => LONE_MARK.test(line.text) || toBullet(line.text) !== undefined;

function continuesList(line: ArticleLine, first: ArticleLine): boolean {
  const bullet = toBullet(line.text);
  if (bullet) return bullet.numbered === (toBullet(first.text)?.numbered ?? false);
  return LONE_MARK.test(line.text) || (line.gap === 0 && line.indent > first.indent);
}

/** A list; or text, when a single numbered line stands alone: "2. Ease of use" is a heading. */
function toList(lines: readonly ArticleLine[]): readonly (List | TextUnit)[] {
  const items: ListItem[] = [];
  for (const line of lines) {
    const place = { first: line.number, last: line.number };
    const bullet = toBullet(line.text);
    const last = items.at(-1);
    if (bullet || LONE_MARK.test(line.text)) items.push({ place, text: flat(bullet?.text ?? '') });
    else if (last)
      items[items.length - 1] = {
        place: { ...last.place, last: line.number },
        text: flat(`${last.text} ${line.text}`),
      };
  }
  const only = lines[0];
  if (items.length === 1 && only && toBullet(only.text)?.numbered)
    return [{ ...toText(lines), text: items[0]?.text ?? '' }];
  const full = items.filter((item) => item.text !== '');
  return full.length === 0 ? [] : [{ kind: 'list', place: placeOf(lines), items: full }];
}

function toText(lines: readonly ArticleLine[]): TextUnit {
  const text = flat(lines.map((line) => line.text).join(' '));
  return { kind: 'text', text, place: placeOf(lines), gap: lines[0]?.gap ?? 0, stub: lines.some((line) => line.stub) };
}
