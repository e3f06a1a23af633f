import type { Place } from '../article.ts';

/** A line that is not blank. Blank ones are only counted, so that a file of nothing but line ends costs nothing. */
export interface Line {
  readonly number: number;
  /** Without white space at either end. */
  readonly text: string;
  /** As it stands in the source. */
  readonly raw: string;
  readonly indent: number;
  /** How many blank lines stand above it. */
  readonly gap: number;
}

export function toLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let number = 0;
  for (const raw of text.split('\n')) {
    number += 1;
    const trimmed = raw.trim();
    if (trimmed === '') {
      gap += 1;
      continue;
    }
    lines.push({ number, text: trimmed, raw, indent: raw.length - raw.trimStart().length, gap });
    gap = 0;
  }
  return lines;
}

/** Whether the text was broken into short lines by hand or by a mail program: then a line is no paragraph. */
export function isWrapped(lines: readonly Line[]): boolean {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  const full = lines.filter(
    (line, at) => line.text.length >= 50 && lines[at + 1]?.gap === 0 && isProse(lines[at + 1]?.text ?? ''),
  );
  return long <= 110 && full.length >= 2;
}

const isProse = (text: string): boolean => /^[\p{L}"'(]/u.test(text) && text.split(' ').length >= 3;

export function placeOf(lines: readonly Line[]): Place {
  return { first: lines[0]?.number ?? 1, last: lines.at(-1)?.number ?? 1 };
}
