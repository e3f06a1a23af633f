import { FwcompareError } from '../errors.ts';

/** A database that cannot be used. */
export class StorageError extends FwcompareError {
  constructor(
    code: 'STORAGE_UNWRITABLE' | 'STORAGE_CORRUPT' | 'STORAGE_NEWER',
    readonly file: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}
