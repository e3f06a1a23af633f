import type { Cell, Statement } from './model.ts';

/** Compares versions by their numbers: "2.10" is above "2.9", "2" equals "2.0". */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const holds = (statement: Statement, version: string): boolean =>
  (statement.from === undefined || compareVersions(version, statement.from) >= 0) &&
  (statement.until === undefined || compareVersions(version, statement.until) < 0);

/**
 * What a cell says of a version; undefined when nothing is known of it. Where a cell does not say from when on it holds, it
 * holds from where the newest of its earlier statements ends.
 */
export function statementAt(cell: Cell, version: string): Statement | undefined {
  const from = cell.from ?? cell.earlier[0]?.until;
  const today: Statement = from === undefined ? cell : { ...cell, from };
  return [today, ...cell.earlier].find((statement) => holds(statement, version));
}
