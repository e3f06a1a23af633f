import { isComment, isStrongCode, isWeakCode } from './code-lines.ts';
import type { Line } from './lines.ts';

/**
 * Which lines are code. A line that reads like code is; a comment, bracket or indented line is where its neighbours are.
 * A comment may be parted from the code below it by blank lines, as browsers leave them.
 */
export function markCode(lines: readonly Line[]): readonly boolean[] {
  const code = lines.map((line) => isStrongCode(line.text));
  const weak = lines.map((line, at) => !code[at] && isWeakCode(line.text));
  const fences = fenced(lines);
  for (const at of fences) code[at] = true;
  // Downwards: what hangs on the code above it.
  for (let at = 1; at < lines.length; at += 1) {
    const [line, above] = [lines[at], lines[at - 1]];
    if (!line || !above || code[at] || !code[at - 1] || line.gap > 0) continue;
    code[at] =
      weak[at] === true || /[;{}()[\],]$/.test(line.text) || (line.indent >= 2 && !/^[•*\-–] /.test(line.text));
  }
  // Upwards: comments and brackets that lead to the code below them.
  for (let at = lines.length - 2; at >= 0; at -= 1) {
    const [line, below] = [lines[at], lines[at + 1]];
    if (!line || !below || code[at] || !code[at + 1] || !weak[at]) continue;
    code[at] = below.gap === 0 || isComment(line.text);
  }
  return code;
}

/** The lines between two ``` marks, marks included. An opening mark without its closing one marks nothing. */
function fenced(lines: readonly Line[]): ReadonlySet<number> {
  const marks = lines.flatMap((line, at) => (/^(?:```|~~~)/.test(line.text) ? [at] : []));
  const inside = new Set<number>();
  for (let pair = 0; pair + 1 < marks.length; pair += 2) {
    for (let at = marks[pair] ?? 0; at <= (marks[pair + 1] ?? -1); at += 1) inside.add(at);
  }
  return inside;
}
