import type { Support } from '../../knowledge/model.ts';
import type { Table } from '../article.ts';
import type { Compared } from './frameworks.ts';
import type { KeyedTopic } from './from-list.ts';
import type { NamedIn } from './named-in.ts';
import type { Said } from './topic-draft.ts';

/** A table gives topics where its columns, or its rows, are frameworks; otherwise each row is a note. */
export function fromTable(
  table: Table,
  frameworks: readonly Compared[],
  named: NamedIn,
): { readonly topics: readonly KeyedTopic[]; readonly notes: readonly string[] } {
  const owners = table.header.map((cell) => only(named(cell)));
  if (table.rows.length === 0) return { topics: [], notes: [] };
  if (owners.filter(Boolean).length >= 2) {
    const isSound = (row: Table['rows'][number]): boolean =>
      row.cells.length === table.header.length && (row.cells[0] ?? '') !== '';
    const odd = table.rows.filter((row) => !isSound(row));
    const topics = table.rows
      .filter(isSound)
      .map((row, at) =>
        topicOf(
          row.cells[0] ?? '',
          row.cells,
          owners,
          table.header,
          row.place,
          `row ${table.place.first} ${at}`,
          frameworks,
        ),
      );
    return { topics, notes: odd.map((row) => noteOf(row.cells, table)) };
  }
  const ofRows = table.rows.map((row) => only(named(row.cells[0] ?? '')));
  if (
    table.header.length > 1 &&
    ofRows.every(Boolean) &&
    new Set(ofRows).size === ofRows.length &&
    ofRows.length >= 2
  ) {
    const rows = table.rows;
    const topics = table.header.slice(1).flatMap((head, column): readonly KeyedTopic[] => {
      if (head === '') return [];
      const cells = rows.map((row) => row.cells[column + 1] ?? '');
      return [topicOf(head, cells, ofRows, [], table.place, `column ${table.place.first} ${column}`, frameworks)];
    });
    return { topics, notes: [] };
  }
  return { topics: [], notes: table.rows.map((row) => noteOf(row.cells, table)) };
}

/** Added to a row of which nobody can say what its cells are about. */
export const COLUMNS_LOST = ' (a table row whose column names are missing in the source)';

const only = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined);

/** One topic: cells whose owner is known are said of it, the others are notes. */
function topicOf(
  title: string,
  cells: readonly string[],
  owners: readonly (string | undefined)[],
  header: readonly string[],
  place: KeyedTopic['place'],
  key: string,
  frameworks: readonly Compared[],
): KeyedTopic {
  const said = new Map<string, Said>();
  const notes: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const owner = owners[at];
    if (cell === '' || (at === 0 && header.length > 0)) continue;
    if (owner !== undefined && !said.has(owner))
      said.set(owner, { support: supportOf(cell), text: `${title}: ${cell}` });
    else notes.push(header[at] ? `${title}, ${header[at]}: ${cell}` : `${title}: ${cell}`);
  }
  const parts = frameworks.flatMap(({ id, name }) =>
    said.has(id) ? [`${name} ${said.get(id)?.text.slice(title.length + 2)}`] : [],
  );
  const verdict = `${title}: ${parts.join('; ') || 'the table says nothing'}.`;
  if (said.size === 0 && notes.length === 0) notes.push(verdict);
  return { key, title, place, verdict, composed: true, said, notes };
}

function noteOf(cells: readonly string[], { header, caption }: Table): string {
  const parts = cells.map((cell, at) => (header[at] ? `${header[at]}: ${cell}` : cell)).filter((part) => part !== '');
  const row = parts.join(' | ') || '(empty)';
  const lost = header.length === 0 ? COLUMNS_LOST : '';
  return `${caption === undefined ? '' : `${caption}: `}${row}${lost}`;
}

/** Only a plain yes or no is one; what stands in between is for the curator to judge. */
export function supportOf(cell: string): Support {
  if (/^(?:partial(?:ly)?|partly|limited)\b/i.test(cell)) return 'partly';
  if (/^(?:yes\b|supported\b|[✓✔✅])/i.test(cell)) return 'yes';
  if (/^(?:no(?![\p{L}\p{N}.])(?!\s+\p{L})|no,|not supported\b|unsupported\b|[✗✘❌])/iu.test(cell)) return 'no';
  return 'unknown';
}
