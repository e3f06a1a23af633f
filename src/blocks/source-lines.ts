import type { ComparisonAnswer } from '../answer/answer.ts';
import { sayDate } from '../answer/phrases.ts';
import type { Source } from '../knowledge/model.ts';
import { escapeText, link } from './mrkdwn.ts';

/** What was understood, where it is from, and how old that is. */
export function contextLine({ breadcrumb, want, sources, checked }: ComparisonAnswer): string {
  const [first] = sources;
  const rest = sources.length - 1;
  // The list of sources stands right above, each with its day.
  const from =
    want === 'source' || !first
      ? []
      : [`${sourceLink(first, 0)}${rest > 0 ? ` and ${rest} more` : ''}, last read ${sayDate(checked)}`];
  return [escapeText(breadcrumb.join(' › ')), ...from].join(' · ');
}

/** All sources, each with the number that the cells cite it by. */
export const sourceList = ({ sources }: ComparisonAnswer): readonly string[] =>
  sources.map((source, at) => {
    const page = source.as_of ? `, page of ${sayDate(source.as_of)}` : '';
    return `${sourceLink(source, at)} (read ${sayDate(source.read)}${page})`;
  });

function sourceLink({ title, url }: Source, at: number): string {
  const label = `[${at + 1}] ${title}`;
  return url ? link(label, url) : escapeText(label);
}
