/** How a Web API call is made to go wrong. `storesFirst`: Slack did the work, only the answer was lost. */
export type Failure = { readonly storesFirst?: boolean } & (
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'rate_limited'; readonly retryAfterS: number }
  | { readonly kind: 'error'; readonly error: string; readonly messages?: readonly string[] }
  /** Silence for `ms`, then the connection breaks. */
  | { readonly kind: 'hang'; readonly ms: number }
  /** The connection breaks at once. */
  | { readonly kind: 'drop' }
);

/** Failures ordered by a test, taken one for each call of that method. */
export class Failures {
  readonly #queues = new Map<string, Failure[]>();

  failNext(method: string, failure: Failure, times: number): void {
    const queue = this.#queues.get(method) ?? [];
    for (let i = 0; i < times; i += 1) queue.push(failure);
    this.#queues.set(method, queue);
  }

  take(method: string): Failure | undefined {
    return this.#queues.get(method)?.shift();
  }
}
