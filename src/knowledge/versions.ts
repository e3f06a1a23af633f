import type { Cell, Framework, Statement } from './model.ts';

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

/** The version from which a cell holds: its own, or else where the newest of its earlier statements ends. */
const beginningOf = (cell: Cell): string | undefined => cell.from ?? cell.earlier[0]?.until;

/** Does a cell say from which version on it holds? One that does not speaks of today alone. */
export const isDated = (cell: Cell): boolean => beginningOf(cell) !== undefined;

/** What a cell says of a version, today's statement where it is not dated; undefined when nothing is known of it. */
export function statementAt(cell: Cell, version: string): Statement | undefined {
  const from = beginningOf(cell);
  const today: Statement = from === undefined ? cell : { ...cell, from };
  return [today, ...cell.earlier].find((statement) => holds(statement, version));
}

/** Is a version of the newest line known of, or beyond it? 2.14 and 2.14.0 are of the line of 2.14.1. */
export const isNewest = ({ versions }: Pick<Framework, 'versions'>, version: string): boolean =>
  versions.every((known) => compareVersions(version, known.version.split('.').slice(0, 2).join('.')) >= 0);
