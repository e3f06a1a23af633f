/** Table rows whose cells a browser ran together: "Multi-nodeYesYes (recently added)". */

const ANSWER = 'Yes|No|Via|Partial(?:ly)?|Partly|Limited|None|N/A|Supported|Unsupported';
const ANSWER_BEHIND = new RegExp(`(?<=[\\p{L}\\p{N})%])(?=(?:${ANSWER})(?![a-z]))`, 'gu');
const SIGN = /(?=[✓✔✅✗✘❌])|(?<=[✓✔✅✗✘❌])(?=\S)/gu;
const CASE = /(?<=[a-z0-9)%])(?=\p{Lu})/gu;
const HEADER_WORD =
  /^(?:Framework|Feature|Metric|Model|Name|Criteri(?:on|a)|Aspect|Category|Property|Tool|Option|Benchmark|Dataset|Database|Library|Language|Task|Method|Platform|Test|Workload|Parameter|Item|Type|Version)$/i;
const MOST = 200;

/** Words with a capital inside that the running text uses: "PyTorch" is one word, wherever it stands. */
export function innerCapitals(prose: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of prose) {
    for (const word of text.split(/[^\p{L}\p{N}]+/u)) if (/[a-z0-9]\p{Lu}/u.test(word)) words.add(word);
  }
  return words;
}

/** The cells of a line, one when nothing in it is run together. */
export function cutGlued(line: string, words: ReadonlySet<string>): readonly string[] {
  const found = [ANSWER_BEHIND, SIGN, CASE].flatMap((pattern) => [...line.matchAll(pattern)].map(({ index }) => index));
  if (found.length === 0) return [line];
  const inside = insidesOf(line, words);
  const cuts = new Set(found.filter((index) => index > 0 && index < line.length && !inside.has(index)));
  const ends = [...cuts].sort((a, b) => a - b);
  return [0, ...ends]
    .map((start, at) => line.slice(start, ends[at] ?? line.length).trim())
    .filter((cell) => cell !== '');
}

/** Places strictly within a word that has capitals of its own. */
function insidesOf(line: string, words: ReadonlySet<string>): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const word of words) {
    for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
      for (let within = at + 1; within < at + word.length; within += 1) inside.add(within);
    }
  }
  return inside;
}

export function isAnswer(cell: string): boolean {
  return new RegExp(`^(?:${ANSWER})(?![a-z])|^[✓✔✅✗✘❌]`, 'i').test(cell);
}

/** Cells when the line can only be a table row that was run together, else undefined. */
export function collapsedRow(line: string, words: ReadonlySet<string>): readonly string[] | undefined {
  if (line.length > MOST || /[.!?:;,]$/.test(line)) return undefined;
  const cells = cutGlued(line, words);
  if (cells.length < 2) return undefined;
  const first = cells[0] ?? '';
  const isRow = cells.length >= 3 || HEADER_WORD.test(first) || (cells.length === 2 && isAnswer(cells[1] ?? ''));
  // A name such as "GraphQL" or "OpenAPI" cut in two has a part that is no word of its own.
  return isRow && cells.every((cell) => cell.length >= 2 || isAnswer(cell)) ? cells : undefined;
}

/** A header has no answers in it. */
export function isHeader(cells: readonly string[]): boolean {
  return !cells.some(isAnswer);
}
