import { FwcompareError } from '../errors.ts';

export type IngestCode =
  | 'INGEST_UNREADABLE'
  | 'INGEST_NOT_TEXT'
  | 'INGEST_TOO_LARGE'
  | 'INGEST_TOO_DEEP'
  | 'INGEST_EMPTY'
  | 'INGEST_FRAMEWORKS_UNKNOWN'
  | 'INGEST_FRAMEWORKS_INVALID'
  | 'INGEST_OUT_TAKEN'
  | 'INGEST_UNWRITABLE';

/** An article that cannot be turned into a draft. The message says what is wrong, where, and what to do about it. */
export class IngestError extends FwcompareError {
  constructor(code: IngestCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }

  /** Whether the call itself was wrong, so that trying again with another file would not help. */
  get wrongCall(): boolean {
    return this.code === 'INGEST_FRAMEWORKS_INVALID';
  }
}
