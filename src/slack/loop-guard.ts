const WINDOW_MS = 60_000;
/** Nobody asks faster than this; two bots that answer each other do. */
const MOST_IN_THREAD = 10;
/** In a direct conversation there is nobody to loop with but a script. */
const MOST_IN_DIRECT = 60;

/** Stops the bot when it talks too much in one place. Counts in memory: each process guards against its own loops. */
export class LoopGuard {
  readonly #now: () => number;
  readonly #answers = new Map<string, number[]>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Counts one more answer, unless there were too many within the last minute. */
  allows(place: string, direct: boolean): boolean {
    const since = this.#now() - WINDOW_MS;
    const recent = (this.#answers.get(place) ?? []).filter((at) => at > since);
    const allowed = recent.length < (direct ? MOST_IN_DIRECT : MOST_IN_THREAD);
    if (allowed) recent.push(this.#now());
    this.#answers.set(place, recent);
    if (this.#answers.size > 1000) this.#forgetQuiet(since);
    return allowed;
  }

  #forgetQuiet(since: number): void {
    for (const [place, times] of this.#answers) if ((times.at(-1) ?? 0) <= since) this.#answers.delete(place);
  }
}
