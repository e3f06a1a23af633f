import { z } from 'zod';
import { FwcompareError } from '../errors.ts';
import { exceptionsSchema, FILES, sectionFileSchema } from './schema.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...FILES,
  'exceptions.yaml': exceptionsSchema,
  sections: sectionFileSchema,
};

/** The names under which `printJsonSchema` knows the files of a folder. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(SCHEMAS);

/**
 * The JSON Schema of one kind of file, with the author's help in it, for editors that check YAML as it is typed; of draft 7,
 * the newest that yaml-language-server reads.
 * @throws FwcompareError when there is no such kind of file.
 */
export function printJsonSchema(name: string): string {
  const schema = SCHEMAS[name];
  if (!schema)
    throw new FwcompareError('SCHEMA_UNKNOWN', `There is no schema "${name}". There are: ${SCHEMA_NAMES.join(', ')}.`);
  return JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), undefined, 2);
}
