import { FwcompareError } from '../errors.ts';

/** Settings that cannot be used: one line for each, with what to do. Never says a value, for most of them are secrets. */
export class ConfigError extends FwcompareError {
  constructor(readonly faults: readonly string[]) {
    const count = faults.length === 1 ? 'A setting' : `${faults.length} settings`;
    super(
      'CONFIG_INVALID',
      `${count} cannot be used (see .env.example):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
}
