import type { z } from 'zod';
import type { Slices } from '../slices.ts';
import { type Fault, type Parsed, parseYaml } from './parse-yaml.ts';
import { exceptionsSchema, FILES, sectionFileSchema } from './schema.ts';

/** The texts of a knowledge folder by path within it, for example `sections/hardware.yaml`. */
export type FolderTexts = ReadonlyMap<string, string>;

type Of<S extends z.ZodType> = Parsed<z.output<S>>;

/** A folder whose every file has the right shape; what the files say of one another is not checked yet. */
export interface ParsedFolder {
  readonly about: Of<(typeof FILES)['about.yaml']>;
  readonly frameworks: Of<(typeof FILES)['frameworks.yaml']>;
  readonly tools: Of<(typeof FILES)['tools.yaml']>;
  readonly sources: Of<(typeof FILES)['sources.yaml']>;
  readonly words: Of<(typeof FILES)['words.yaml']>;
  readonly benchmarks: Of<(typeof FILES)['benchmarks.yaml']>;
  readonly elsewhere: Of<(typeof FILES)['elsewhere.yaml']>;
  readonly followUps: Of<(typeof FILES)['follow-ups.yaml']>;
  readonly exceptions: Of<typeof exceptionsSchema>;
  /** In the order of about.yaml. */
  readonly sections: readonly Of<typeof sectionFileSchema>[];
}

/** Files a folder may do without, and what stands in for them. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'tools.yaml': 'tools: []',
  'words.yaml': '{}',
  'benchmarks.yaml': 'charts: []',
  'elsewhere.yaml': 'elsewhere: []',
  'follow-ups.yaml': '{}',
  'exceptions.yaml': 'exceptions: []',
};

/**
 * Parses every file of a folder, and yields after each. All faults of all files come back together, so that an author can
 * mend them at once.
 */
export function* parseInSlices(texts: FolderTexts): Slices<ParsedFolder | { readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  function* read<S extends z.ZodType>(file: string, schema: S): Slices<Of<S> | undefined> {
    yield;
    const text = texts.get(file) ?? DEFAULTS[file];
    if (text === undefined) {
      faults.push({ file, line: 1, reason: 'this file is missing' });
      return undefined;
    }
    const parsed = parseYaml(file, text, schema);
    if ('faults' in parsed) {
      faults.push(...parsed.faults);
      return undefined;
    }
    return parsed;
  }
  const about = yield* read('about.yaml', FILES['about.yaml']);
  const frameworks = yield* read('frameworks.yaml', FILES['frameworks.yaml']);
  const tools = yield* read('tools.yaml', FILES['tools.yaml']);
  const sources = yield* read('sources.yaml', FILES['sources.yaml']);
  const words = yield* read('words.yaml', FILES['words.yaml']);
  const benchmarks = yield* read('benchmarks.yaml', FILES['benchmarks.yaml']);
  const elsewhere = yield* read('elsewhere.yaml', FILES['elsewhere.yaml']);
  const followUps = yield* read('follow-ups.yaml', FILES['follow-ups.yaml']);
  const exceptions = yield* read('exceptions.yaml', exceptionsSchema);

  const present = [...texts.keys()].flatMap((path) => /^sections\/(.+)\.yaml$/.exec(path)?.[1] ?? []);
  const named = about?.value.sections ?? present;
  const sections: Of<typeof sectionFileSchema>[] = [];
  for (const slug of named) {
    const section = yield* read(`sections/${slug}.yaml`, sectionFileSchema);
    if (section) sections.push(section);
  }
  for (const path of texts.keys()) {
    const slug = /^sections\/(.+)\.yaml$/.exec(path)?.[1];
    const known = slug === undefined ? path in FILES || path in DEFAULTS : named.includes(slug);
    if (!known && (about || slug === undefined)) {
      faults.push({
        file: path,
        line: 1,
        reason: 'nothing reads this file; name its section in about.yaml, or remove it',
      });
    }
  }
  if (
    faults.length > 0 ||
    !about ||
    !frameworks ||
    !tools ||
    !sources ||
    !words ||
    !benchmarks ||
    !elsewhere ||
    !followUps ||
    !exceptions
  ) {
    return { faults };
  }
  return { about, frameworks, tools, sources, words, benchmarks, elsewhere, followUps, exceptions, sections };
}
