/** Where the answer to a message stands, so that it can follow when the message is edited or deleted. */
export interface StandingAnswer {
  readonly channel: string;
  readonly ts: string;
  /** The thread it stands in, if any. */
  readonly thread: string | undefined;
  /** The remembered thread as it was before the question: an edited question is answered as if asked then. */
  readonly before: string | undefined;
}

export interface Answers {
  get(key: string): Promise<StandingAnswer | undefined>;
  put(key: string, answer: StandingAnswer): Promise<void>;
  forget(key: string): Promise<void>;
}

export const ANSWERS_KEPT_MS = 24 * 60 * 60 * 1000;
