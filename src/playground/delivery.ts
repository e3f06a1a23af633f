import type { Dict } from './wire.ts';

export type PayloadKind = 'events_api' | 'slash_commands' | 'interactive';

export interface Retry {
  readonly num: number;
  readonly reason: string;
}

/** How the app took one payload. `reason` is the word Slack puts into `x-slack-retry-reason`. */
export type Reply =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly reason: string; readonly noRetry?: boolean; readonly status?: number };

export interface Transport {
  /** False while nothing is there to take a payload. */
  readonly ready: boolean;
  send(kind: PayloadKind, payload: Dict, timeoutMs: number, retry: Retry | undefined): Promise<Reply>;
}

/** What became of one event. */
export interface Delivery {
  readonly type: string;
  readonly event_id: string;
  readonly acknowledged: boolean;
  /** The reply to each attempt: one when all went well, four when Slack gave up. */
  readonly attempts: readonly Reply[];
}

export interface OutboxSettings {
  readonly ackTimeoutMs: number;
  /** Slack's are at once, after a minute, and after five. */
  readonly retryDelaysMs: readonly number[];
  /** True for an app with a socket: what comes while none is open is tried again later, as Slack does. */
  readonly waitsForSocket: boolean;
}

/** Sends payloads to the app and, for events, sends them again until the app acknowledges or Slack would give up. */
export class Outbox {
  readonly #transports: readonly Transport[];
  readonly #settings: OutboxSettings;
  readonly #timers = new Map<NodeJS.Timeout, () => void>();
  #pending = 0;
  #closed = false;

  /** The first transport that is ready takes the payload, so an open socket keeps it from the events URL. */
  constructor(transports: readonly Transport[], settings: OutboxSettings) {
    this.#transports = transports;
    this.#settings = settings;
  }

  get pending(): number {
    return this.#pending;
  }

  async once(kind: PayloadKind, payload: Dict, retry?: Retry): Promise<Reply> {
    const transport = this.#transports.find((one) => one.ready);
    if (!transport) return { ok: false, reason: 'connection_failed' };
    this.#pending += 1;
    try {
      return await transport.send(kind, payload, this.#settings.ackTimeoutMs, retry);
    } finally {
      this.#pending -= 1;
    }
  }

  async event(envelope: Dict, type: string): Promise<Delivery> {
    const attempts: Reply[] = [];
    const done = (acknowledged: boolean): Delivery => ({
      type,
      event_id: String(envelope.event_id),
      acknowledged,
      attempts,
    });
    if (!this.#settings.waitsForSocket && !this.#transports.some((one) => one.ready)) return done(false);

    let retry: Retry | undefined;
    for (const delay of [undefined, ...this.#settings.retryDelaysMs]) {
      if (delay !== undefined) await this.#sleep(delay);
      if (this.#closed) break;
      const reply = await this.once('events_api', envelope, retry);
      attempts.push(reply);
      if (reply.ok) return done(true);
      if (reply.noRetry) break;
      retry = { num: attempts.length, reason: reply.reason };
    }
    return done(false);
  }

  /** Ends waiting retries, so nothing keeps the process alive. */
  close(): void {
    this.#closed = true;
    for (const [timer, wake] of this.#timers) {
      clearTimeout(timer);
      wake();
    }
    this.#timers.clear();
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        wake();
      }, ms);
      this.#timers.set(timer, wake);
    });
  }
}
