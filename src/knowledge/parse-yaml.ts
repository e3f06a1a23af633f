import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** One fault in a knowledge folder, as shown by `fwcompare check`: `hardware.yaml:12: topics[3].title: too long`. */
export interface Fault {
  readonly file: string;
  /** 1-based; 1 when the fault has no place of its own. */
  readonly line: number;
  readonly reason: string;
}

export interface Parsed<T> {
  readonly file: string;
  readonly value: T;
  /** The line on which the value at this path stands, so that faults found later can point at it too. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads one YAML file by a schema. Gives every fault with its line; never throws. */
export function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Parsed<z.output<S>> | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({ file, line: lines.linePos(error.pos[0]).line, reason: error.message })),
    };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    // A missing key has no node: the nearest parent that exists is where the author has to look.
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      const range = (node as { range?: readonly number[] | null } | undefined)?.range;
      if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { file, value: result.data, lineOf };
  return {
    faults: result.error.issues.flatMap((issue) =>
      // A misspelt key is told where the key stands, not where its parent begins.
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            file,
            line: lineOf([...issue.path, key]),
            reason: `${printPath(issue.path)}: there is no key "${key}" here; is it misspelt?`,
          }))
        : [{ file, line: lineOf(issue.path), reason: `${printPath(issue.path)}: ${issue.message}` }],
    ),
  };
}

/** `["topics", 3, "title"]` as an author reads it: `topics[3].title`. */
export function printPath(path: readonly PropertyKey[]): string {
  const printed = path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)),
    '',
  );
  return printed || 'the file';
}
