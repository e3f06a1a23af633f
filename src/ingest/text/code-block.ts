import type { Code } from '../article.ts';
import { type Line, placeOf } from './lines.ts';

const FENCE = /^(?:```|~~~)\s*([\w+#-]*)/;

/** Lines of code as one snippet, its blank lines kept and its common indent removed. */
export function toCode(lines: readonly Line[]): Code {
  const fence = FENCE.exec(lines[0]?.text ?? '');
  const language = fence?.[1];
  const body = lines.filter((line) => !FENCE.test(line.text));
  const text = body.map((line, at) => (at === 0 ? '' : '\n'.repeat(line.gap + 1)) + line.raw.trimEnd()).join('');
  return { kind: 'code', place: placeOf(lines), text: dedent(text), ...(language && { language }) };
}

/** Without the indent that all lines share, and without blank lines at either end. */
export function dedent(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return lines
    .map((line) => line.slice(Number.isFinite(common) ? common : 0))
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
