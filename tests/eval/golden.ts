import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * The question sets, each written by somebody else: `golden` is developed against; `blind` was written without sight of the
 * code or the knowledge, and its misses were read afterwards; so was `field`, mostly as people put things in public;
 * `holdout` like `blind` by others, and of its misses only those
 * were read where chatter was answered, for that must never be.
 */
export const SETS = ['golden', 'blind', 'field', 'holdout'] as const;
export type SetName = (typeof SETS)[number];

const label = { sections: z.array(z.string()), must: z.array(z.string()) };
const question = z.object({ id: z.string(), q: z.string(), ...label, style: z.string() });
const outOfScope = z.object({ id: z.string(), q: z.string(), category: z.string(), hard: z.boolean() });
const dialogue = z.object({
  id: z.string(),
  turns: z.array(z.object({ q: z.string(), answer: z.boolean(), kind: z.string(), ...label })),
});

export type GoldenQuestion = z.output<typeof question>;
export type OutOfScope = z.output<typeof outOfScope>;
export type Dialogue = z.output<typeof dialogue>;

export interface Golden {
  readonly questions: readonly GoldenQuestion[];
  readonly outOfScope: readonly OutOfScope[];
  readonly dialogues: readonly Dialogue[];
}

function read<S extends z.ZodType>(set: SetName, file: string, schema: S): z.output<S>[] {
  const path = new URL(`./${set}/${file}.yaml`, import.meta.url);
  return z.array(schema).parse(parse(readFileSync(path, 'utf8')));
}

export const loadGolden = (set: SetName): Golden => ({
  questions: read(set, 'questions', question),
  outOfScope: read(set, 'out_of_scope', outOfScope),
  dialogues: read(set, 'dialogues', dialogue),
});
