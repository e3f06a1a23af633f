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

/** That versions asked for were not checked; undefined where there is none. */
export const sayUnchecked = (versions: readonly string[]): string | undefined =>
  versions.length > 0 ? `Not checked for ${versions.join(' or ')}: this is how it stands today.` : undefined;

/** "(PyTorch 2.1)", "(since Apr 2026)", "(today, since Apr 2026)". */
function sayMoment({ at, since }: Extract<CellView, { kind: 'known' }>): string | undefined {
  const parts = [at, since && `since ${sayDate(since)}`].filter(Boolean);
  return parts.length > 0 ? `(${parts.join(', ')})` : undefined;
}

/** The whole of a cell in words: "Partly. Needs the plugin. (PyTorch 2.1)". */
export function sayCell(cell: CellView): string {
  switch (cell.kind) {
    case 'known':
      return [cell.support && `${saySupport(cell.support)}.`, cell.says, sayMoment(cell)].filter(Boolean).join(' ');
    case 'withheld':
      return `Withheld: last checked ${sayDate(cell.read)}, too long ago to pass on. See the source.`;
    case 'unknown':
      return `${saySupport('unknown')}. ${cell.says}`;
  }
}

/** "15 topics", "1 topic". */
export const sayCount = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** "175 topics in 12 sections". */
export function sayCoverage(sections: readonly { readonly topics: readonly unknown[] }[]): string {
  const topics = sections.reduce((sum, section) => sum + section.topics.length, 0);
  return `${sayCount(topics, 'topic')} in ${sayCount(sections.length, 'section')}`;
}
