import { useState } from 'react';
import type { WireBlock } from '../../wire.ts';
import { keyed, plain, str } from './read.ts';
import { type Row, rowsOf, TableBody, TableFrame } from './table.tsx';

interface Sort {
  readonly column: number;
  readonly up: boolean;
}

/** A table with a caption that people can sort and page through, as in Slack. */
export function DataTable({ block }: { readonly block: WireBlock }) {
  const [header = [], ...rows] = rowsOf(block);
  const size = typeof block.page_size === 'number' ? block.page_size : 5;
  const rowHeader = typeof block.row_header_column_index === 'number' ? block.row_header_column_index : 0;
  const [sort, setSort] = useState<Sort>();
  const [page, setPage] = useState(0);

  const sorted = sort ? rows.toSorted((a, b) => compare(a, b, sort)) : rows;
  const pages = Math.ceil(rows.length / size);
  const shown = sorted.slice(page * size, (page + 1) * size);
  const turn = (column: number) => {
    setSort((before) => ({ column, up: before?.column === column ? !before.up : true }));
    setPage(0);
  };
  const caption = str(block.caption);
  return (
    <div className="data-table">
      <TableFrame label={caption}>
        <table className="table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {keyed(header).map(({ key, thing: cell, at: column }) => {
                const sorting = sort?.column === column ? sort : undefined;
                return (
                  <th key={key} scope="col" aria-sort={sorting ? (sorting.up ? 'ascending' : 'descending') : undefined}>
                    <button type="button" className="sort" onClick={() => turn(column)}>
                      {plain(cell)} <span aria-hidden="true">{sorting ? (sorting.up ? '↑' : '↓') : '↕'}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <TableBody rows={shown} rowHeader={rowHeader} />
        </table>
      </TableFrame>
      {pages > 1 && (
        <div className="pager">
          <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </button>
          <span aria-live="polite">
            Page {page + 1} of {pages}
          </span>
          <button type="button" className="button" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            Next
          </button>
        </div>
      )}
    </div>
  );
}

/** Numbers by size when both cells are numbers, everything else by its letters. */
function compare(a: Row, b: Row, { column, up }: Sort): number {
  const [left, right] = [a[column], b[column]];
  const numbers = typeof left?.value === 'number' && typeof right?.value === 'number';
  const order = numbers ? Number(left.value) - Number(right.value) : plain(left).localeCompare(plain(right));
  return up ? order : -order;
}
