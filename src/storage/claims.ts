/** What came of asking for a message. */
export type Claim =
  /**
   * It is ours to handle. `again`: somebody began before and did not finish (an error, a process that was killed), so
   * that an answer may stand already and has to be looked for before another is posted.
   */
  | { readonly kind: 'mine'; readonly again: boolean }
  /** Somebody is at it this very moment, and may yet fail. */
  | { readonly kind: 'busy' }
  /** It has been handled. */
  | { readonly kind: 'done' };

/**
 * Who handles which message, so that each is answered once: Slack sends one mention under two names, and either of them
 * again when in doubt. Shared by all processes on one database.
 */
export interface Claims {
  /** Atomic: of many that ask at once, exactly one hears `mine`. */
  claim(key: string): Promise<Claim>;
  /** Says that the work goes on; without it another may take over after LEASE_MS, as if this process had died. */
  keep(key: string): Promise<void>;
  done(key: string): Promise<void>;
  /** The work failed: whoever asks next gets it. */
  release(key: string): Promise<void>;
}

/** How long a silent process is taken to be at work still. Below Slack's second redelivery, which comes after a minute. */
export const LEASE_MS = 5_000;
/** Slack redelivers for six minutes, and with "delayed events" for a day. */
export const CLAIMS_KEPT_MS = 2 * 24 * 60 * 60 * 1000;
