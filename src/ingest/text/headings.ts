import type { TextUnit, Unit } from './units.ts';

/** What stands around a text: it decides whether a short line is a heading or the name of a lost image. */
export interface Around {
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
  /** The article's title, once it is known. */
  readonly title: string | undefined;
}

const SMALL = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'but',
  'by',
  'for',
  'from',
  'in',
  'into',
  'is',
  'it',
  'of',
  'on',
  'or',
  'the',
  'to',
  'vs',
  'vs.',
  'with',
  'your',
  'you',
]);
const PICTURE = /\b(?:graph|chart|figure|image|diagram|screenshot|picture|plot|photo|illustration|infographic)s?\b/i;

export const announces = (unit: Unit | undefined): boolean => unit?.kind === 'text' && unit.text.endsWith(':');

/** A line that could stand above text: short, begun like a title, not ended like a sentence. */
export function isShortLine(text: string): boolean {
  const words = text.split(' ');
  return (
    text.length <= 90 &&
    words.length <= 14 &&
    /^[\p{Lu}\p{N}"'([¿]|^\p{Lo}|^[a-z]\p{Lu}/u.test(text) &&
    !/[.,;:…]$|[.!?] \p{Lu}/u.test(text) &&
    /\p{L}/u.test(text)
  );
}

function isTitleCase(text: string): boolean {
  const words = text.split(' ').filter((word) => /\p{L}/u.test(word) && !SMALL.has(word.toLowerCase()));
  const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}|^[^\p{L}]*\p{Lo}|\p{Lu}/u.test(word));
  return words.length > 0 && capital.length / words.length >= 0.6;
}

const isProse = (unit: Unit | undefined): boolean =>
  unit?.kind === 'text' && (unit.text.length >= 60 || /[.!?:]$/.test(unit.text));

/** From this score on a line is a heading; see the cases on both sides of it in tests/ingest/headings.test.ts. */
export const HEADING_FROM = 4;

/** How much speaks for a line being a heading. */
export function headingScore(unit: TextUnit, { before, after }: Around): number {
  if (!isShortLine(unit.text) || unit.stub || !after) return 0;
  const title = isTitleCase(unit.text);
  const short = unit.text.split(' ').length <= 8;
  const ended = before?.kind !== 'text' || /[.!?:"')]$/.test(before.text) || unit.gap > 0;
  const leads = isProse(after) ? 2 : after.kind === 'heading' ? 0 : after.kind === 'text' ? 0 : title ? 1 : 0;
  const parted = unit.gap > 0 || before === undefined ? 1 : -1;
  return (title ? 2 : short ? 1 : 0) + (short ? 1 : 0) + leads + (ended ? parted : -2) - (announces(before) ? 2 : 0);
}

/** Whether a short line is all that is left of an image: its caption or alternative text. */
export function isImageName(unit: TextUnit, { before, after, title }: Around): boolean {
  const { text } = unit;
  if (/^(?:figure|fig\.|image|photo|screenshot|chart|diagram)\s*\d*\s*[:.–-]\s*\S/i.test(text)) return true;
  if (/^\S+\.(?:png|jpe?g|gif|svg|webp)$/i.test(text)) return true;
  if (!isShortLine(text) || !after) return false;
  const announced = announces(before);
  const signs = [
    / [-–—|] /.test(text),
    / vs\.? /i.test(text),
    // A browser leaves the room of what it could not copy.
    after.kind === 'text' && after.gap >= 2,
    title !== undefined && title.length > 12 && text.toLowerCase().startsWith(title.toLowerCase()),
    announced && before?.kind === 'text' && PICTURE.test(lastSentence(before.text)),
    announced && !isTitleCase(text),
  ].filter(Boolean).length;
  return signs >= (announced ? 2 : 3);
}

function lastSentence(text: string): string {
  return (
    text
      .slice(0, -1)
      .split(/[.!?] /)
      .at(-1) ?? text
  );
}
