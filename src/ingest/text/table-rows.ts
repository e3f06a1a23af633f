import type { Remark, Table } from '../article.ts';
import { collapsedRow, isHeader } from './collapsed.ts';
import { type Line, placeOf } from './lines.ts';

export interface Row {
  readonly line: Line;
  readonly cells: readonly string[];
  /** Cut out of a line whose cells were run together. */
  readonly glued: boolean;
}

/** A line as a table row: its cells parted by tabs or bars, or run together; undefined when it is none. */
export function toRow(line: Line, words: ReadonlySet<string>): Row | undefined {
  const { text } = line;
  if (text.includes('\t')) return { line, cells: line.raw.split('\t').map((cell) => cell.trim()), glued: false };
  if (/^\|.*\|$/.test(text) && text.length > 2) {
    return {
      line,
      cells: text
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
      glued: false,
    };
  }
  const cells = collapsedRow(text, words);
  return cells && { line, cells, glued: true };
}

const isRule = (row: Row): boolean => row.cells.every((cell) => /^:?-*:?$/.test(cell));

/** Rows that stand together, as a table; what is uncertain about it is said in remarks. */
export function toTable(
  rows: readonly Row[],
  caption: string | undefined,
): { readonly table: Table; readonly remarks: readonly Remark[] } {
  const body = rows.filter((row) => !isRule(row));
  const place = placeOf(rows.map((row) => row.line));
  const first = body[0];
  const header = first && isHeader(first.cells) ? first : undefined;
  const rest = header ? body.slice(1) : body;
  const width = header?.cells.length ?? widthOf(rest);
  const remarks: Remark[] = [];
  const cut = rest.map((row) => {
    const at = { first: row.line.number, last: row.line.number };
    // Empty cells at the end of a row leave no trace in a copy.
    const short = !row.glued && row.cells.length < width;
    const cells = short ? [...row.cells, ...Array<string>(width - row.cells.length).fill('')] : row.cells;
    const safe = cells.length === width;
    if (row.glued) {
      const says = safe
        ? `run together in the source, cut into: ${row.cells.join(' | ')}`
        : 'run together in the source; could not be cut safely';
      remarks.push({ kind: 'columns', place: at, says: `table row "${row.line.text}" ${says}` });
    }
    return { place: at, cells: safe ? cells : [row.line.text] };
  });
  const table: Table = {
    kind: 'table',
    place,
    header: header?.cells ?? [],
    rows: cut,
    ...(caption !== undefined && { caption }),
  };
  return { table, remarks };
}

/** The commonest number of cells. */
function widthOf(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
