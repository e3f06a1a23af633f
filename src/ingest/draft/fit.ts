import { sentences } from '../sentences.ts';

/** A text of at most `most` characters, ended at a word and with "…" where it had to be cut. */
export function shorten(text: string, most: number): string {
  const flat = text.trim();
  if (flat.length <= most) return flat;
  return `${flat.slice(0, cutAt(flat, most - 1)).trimEnd()}…`;
}

/** All of a text, in pieces of at most `most` characters that end with sentences, or with "…" within one too long. */
export function split(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  for (const sentence of sentences(text).flatMap((each) => cutLong(each, most))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + sentence.length <= most)
      pieces[pieces.length - 1] = `${last} ${sentence}`;
    else pieces.push(sentence);
  }
  return pieces;
}

function cutLong(sentence: string, most: number): readonly string[] {
  if (sentence.length <= most) return [sentence];
  const parts: string[] = [];
  let from = 0;
  while (sentence.length - from > most) {
    const end = from + cutAt(sentence.slice(from, from + most), most - 2);
    parts.push(`${sentence.slice(from, end).trim()} …`);
    from = end;
  }
  parts.push(sentence.slice(from).trim());
  return parts.filter((part) => part !== '' && part !== ' …');
}

/** Where to cut so that at most `most` characters stand before: at the last space in reach, never within a character. */
function cutAt(text: string, most: number): number {
  const space = text.lastIndexOf(' ', most);
  if (space > most / 2) return space;
  return /[\ud800-\udbff]/.test(text[most - 1] ?? '') ? most - 1 : most;
}

/** Lines in pieces of at most `most` characters; a longer line is cut. For code, where spaces count. */
export function splitLines(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n').flatMap((each) => cutLine(each, most))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= most) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

function cutLine(line: string, most: number): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const end = cutAt(rest, most);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}
