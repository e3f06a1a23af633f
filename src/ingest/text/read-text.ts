import type { Image, Piece, Remark, Table } from '../article.ts';
import { around } from '../article.ts';
import { innerCapitals } from './collapsed.ts';
import { dropFurniture } from './drop-furniture.ts';
import { announces, HEADING_FROM, headingScore, isImageName, isShortLine } from './headings.ts';
import { isWrapped, toLines } from './lines.ts';
import { type TextUnit, toUnits, type Unit } from './units.ts';

/** Reads plain text as it comes out of a browser: no marks, and gaps where the page had more than text. */
export function readText(text: string): { readonly pieces: readonly Piece[]; readonly remarks: readonly Remark[] } {
  const { lines, remarks } = dropFurniture(toLines(text));
  const prose = lines.filter((line) => line.text.length > 60 || /[.!?]$/.test(line.text)).map((line) => line.text);
  const cut = toUnits(lines, innerCapitals(prose), isWrapped(lines));
  return { pieces: toPieces(cut.units), remarks: [...remarks, ...cut.remarks] };
}

function toPieces(units: readonly Unit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const titleAt = findTitle(units);
  const title = units[titleAt];
  const titleText = title?.kind === 'text' ? title.text.split(/[:|]/)[0]?.trim() : undefined;
  for (const [at, unit] of units.entries()) {
    const [before, after] = [units[at - 1], units[at + 1]];
    if (unit.kind === 'table') pieces.push(captioned(unit, before, units[at - 2]));
    else if (unit.kind !== 'text') pieces.push(unit);
    else if (at === titleAt) pieces.push({ kind: 'heading', level: 1, text: unit.text, place: unit.place });
    else if (isCaption(unit, before, after)) continue;
    else pieces.push(textPiece(unit, before, after, titleText));
  }
  return pieces;
}

function textPiece(
  unit: TextUnit,
  before: Unit | undefined,
  after: Unit | undefined,
  title: string | undefined,
): Piece {
  const { text, place } = unit;
  const near = { before, after, title };
  if (isImageName(unit, near)) return { kind: 'image', place, alt: text } satisfies Image;
  if (headingScore(unit, near) >= HEADING_FROM) return { kind: 'heading', level: 2, text, place };
  return { kind: 'paragraph', place, text };
}

/** The title is the first line, or one of the first three where two things are weighed; -1 when there is none. */
function findTitle(units: readonly Unit[]): number {
  const first = units.slice(0, 3);
  const named = first.findIndex((unit) => unit.kind === 'heading' && unit.level === 1);
  if (named >= 0) return -1;
  const fits = (unit: Unit): boolean =>
    unit.kind === 'text' && unit.text.length <= 150 && unit.text.split(' ').length <= 22 && !/[.,;:]$/.test(unit.text);
  const weighing = first.findIndex(
    (unit) => unit.kind === 'text' && fits(unit) && /\s(?:vs\.?|versus|or)\s/i.test(unit.text),
  );
  if (weighing >= 0) return weighing;
  const [top, next] = units;
  return top && next && fits(top) ? 0 : -1;
}

/** The line right above a table is its caption when the text announces it, or when another table stands above. */
function isCaption(unit: TextUnit, before: Unit | undefined, after: Unit | undefined): boolean {
  if (after?.kind !== 'table' || !isShortLine(unit.text)) return false;
  return unit.stub || announces(before) || before?.kind === 'table';
}

function captioned(table: Table, above: Unit | undefined, before: Unit | undefined): Table {
  if (above?.kind !== 'text' || !isCaption(above, before, table)) return table;
  return { ...table, place: around(above.place, table.place), caption: above.text };
}
