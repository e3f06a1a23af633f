import type { ReactNode } from 'react';
import { type Dict, isDict, type WireBlock } from '../../wire.ts';
import { SCROLLABLE } from '../scrollable.ts';
import { dicts, keyed, plain, str } from './read.ts';
import { LibraryBlocks } from './slack-text.tsx';

export type Row = readonly Dict[];

export function rowsOf(block: WireBlock): readonly Row[] {
  return Array.isArray(block.rows) ? block.rows.map(dicts) : [];
}

/** The static grid. Slack gives it no caption, so it is named by its own header for those who hear it. */
export function PlainTable({ block }: { readonly block: WireBlock }) {
  const [header = [], ...rows] = rowsOf(block);
  const settings = Array.isArray(block.column_settings) ? block.column_settings : [];
  const align = settings.map((one: unknown) => (isDict(one) ? str(one.align) : ''));
  const caption = `Table: ${header.map(plain).join(', ')}`;
  return (
    <TableFrame label={caption}>
      <table className="table">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {keyed(header).map(({ key, thing: cell, at: column }) => (
              <th key={key} scope="col" data-align={align[column]}>
                {cellContent(cell)}
              </th>
            ))}
          </tr>
        </thead>
        {/* A single row needs no name of its own. */}
        <TableBody rows={rows} rowHeader={rows.length > 1 ? 0 : undefined} align={align} />
      </table>
    </TableFrame>
  );
}

interface BodyProps {
  readonly rows: readonly Row[];
  readonly rowHeader: number | undefined;
  readonly align?: readonly string[];
}

export function TableBody({ rows, rowHeader, align = [] }: BodyProps) {
  return (
    <tbody>
      {keyed(rows).map(({ key: rowKey, thing: row }) => (
        <tr key={rowKey}>
          {keyed(row).map(({ key, thing: cell, at: column }) => {
            const side = align[column] || (cell.type === 'raw_number' ? 'right' : undefined);
            return column === rowHeader ? (
              <th key={key} scope="row" data-align={side}>
                {cellContent(cell)}
              </th>
            ) : (
              <td key={key} data-align={side}>
                {cellContent(cell)}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

function cellContent(cell: Dict): ReactNode {
  return cell.type === 'rich_text' ? <LibraryBlocks block={{ ...cell, type: 'rich_text' }} /> : plain(cell);
}

/** A wide table scrolls within its frame, which the keyboard can reach. */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className="table-frame" aria-label={label} {...SCROLLABLE}>
      {children}
    </section>
  );
}
