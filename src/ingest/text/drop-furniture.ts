import type { Remark } from '../article.ts';
import { isFurniture, startsAfterwards, withoutStub } from '../furniture.ts';
import type { Line } from './lines.ts';

/** Comments come last; the same words early in a text are its own. */
const AFTERWARDS_FROM = 0.6;

/** A line of the article itself; `stub` says that a link to its source was cut off its end. */
export interface ArticleLine extends Line {
  readonly stub: boolean;
}

/** The lines that belong to the article, and a remark for each that does not. */
export function dropFurniture(lines: readonly Line[]): {
  readonly lines: readonly ArticleLine[];
  readonly remarks: readonly Remark[];
} {
  const remarks: Remark[] = [];
  const end = endOf(lines);
  const kept = lines.slice(0, end).flatMap((line): readonly ArticleLine[] => {
    const place = { first: line.number, last: line.number };
    if (isFurniture(line.text)) {
      remarks.push({ kind: 'furniture', place, says: `part of the page, not of the article: "${line.text}"` });
      return [];
    }
    const text = withoutStub(line.text);
    if (text === undefined) return [{ ...line, stub: false }];
    remarks.push({
      kind: 'link',
      place,
      says: `the address behind "${line.text.slice(text.length).trim()}" is not in the text`,
    });
    return text === '' ? [] : [{ ...line, text, stub: true }];
  });
  const [first, last] = [lines[end], lines.at(-1)];
  if (first && last) {
    const place = { first: first.number, last: last.number };
    remarks.push({
      kind: 'furniture',
      place,
      says: `readers' comments or a form, not the article: from "${first.text}" to the end`,
    });
  }
  return { lines: kept, remarks };
}

function endOf(lines: readonly Line[]): number {
  const from = Math.floor(lines.length * AFTERWARDS_FROM);
  const at = lines.slice(from).findIndex((line) => startsAfterwards(line.text));
  return at < 0 ? lines.length : from + at;
}
