/** A conversation that is remembered: a thread by the timestamp of its first message, or a whole direct conversation. */
export interface ThreadPlace {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}

/** What is remembered of threads, as text that only its writer understands. No message of anybody is in it. */
export interface Threads {
  get(place: ThreadPlace): Promise<string | undefined>;
  put(place: ThreadPlace, state: string): Promise<void>;
  forget(place: ThreadPlace): Promise<void>;
}

/** From the last message on. */
export const THREADS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;
