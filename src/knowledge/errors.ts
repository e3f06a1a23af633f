import { FwcompareError } from '../errors.ts';
import type { Fault } from './parse-yaml.ts';

/** A knowledge folder that cannot be used: one line for each fault, so that an author can mend all of them at once. */
export class KnowledgeError extends FwcompareError {
  constructor(
    readonly folder: string,
    readonly faults: readonly Fault[],
  ) {
    super(
      'KNOWLEDGE_INVALID',
      `${folder} has ${faults.length} fault(s):\n${faults.map((f) => `  ${printFault(f)}`).join('\n')}`,
    );
  }
}

/** `sections/hardware.yaml:12: topics[3].title: too long`, which editors turn into a link. */
export function printFault(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.reason}`;
}
