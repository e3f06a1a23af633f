import type { ClaimVerdict, Support } from '../knowledge/model.ts';
import type { CellView } from './answer.ts';

/** Wording that every drawing of an answer shares, so that Slack, terminal and screen reader say the same. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2026-11-22" → "22 Nov 2026", "2026-11" → "Nov 2026", "2026" → "2026". */
export function sayDate(moment: string): string {
  const [year, month, day] = moment.split('-');
  const name = MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}

const SUPPORT_WORDS: Readonly<Record<Support, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  unknown: 'Not known',
};
export const saySupport = (support: Support): string => SUPPORT_WORDS[support];

const VERDICT_WORDS: Readonly<Record<ClaimVerdict, string>> = {
  'still true': 'still true',
  outdated: 'outdated',
  'wrong even then': 'was wrong even then',
  unverifiable: 'cannot be verified',
};
export const sayVerdict = (verdict: ClaimVerdict): string => VERDICT_WORDS[verdict];

/** The whole of a cell in words: "Partly. Needs the plugin. (PyTorch 2.1)". */
export function sayCell(cell: CellView): string {
  switch (cell.kind) {
    case 'known':
      return [
        cell.support && `${saySupport(cell.support)}.`,
        cell.says,
        cell.at ? `(${cell.at})` : cell.since && `(since ${sayDate(cell.since)})`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'withheld':
      return `Withheld: last checked ${sayDate(cell.read)}, too long ago to pass on. See the source.`;
    case 'unknown':
      return `${saySupport('unknown')}. ${cell.says}`;
  }
}
