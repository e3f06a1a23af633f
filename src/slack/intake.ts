import type { App, ReceiverEvent } from '@slack/bolt';
import { NOTICES } from '../blocks/notices.ts';
import type { Metrics } from '../ops/metrics.ts';
import { StoppingError } from './errors.ts';

/**
 * Stands between the receiver and Bolt, which lacks three things: it does not acknowledge what no listener is for
 * (people then see a failure), does not say when it is idle, and in Socket Mode acknowledges events before they are
 * dealt with, so that one that fails is lost.
 */
export class Intake {
  readonly #metrics: Pick<Metrics, 'acknowledged'>;
  readonly #eventsLast: boolean;
  readonly #waiting: (() => void)[] = [];
  #inFlight = 0;
  #stopping = false;

  /** @param eventsLast keeps the acknowledgement of events back until they are dealt with; HTTP receivers do so by themselves. */
  constructor(metrics: Pick<Metrics, 'acknowledged'>, { eventsLast }: { readonly eventsLast: boolean }) {
    this.#metrics = metrics;
    this.#eventsLast = eventsLast;
  }

  /** The app as a receiver is to see it. */
  before(app: App): App {
    const guarded: App = Object.create(app);
    guarded.processEvent = (event) => this.#take(app, event);
    return guarded;
  }

  /** Takes nothing more, and resolves when all that was taken is dealt with, or the time is up. */
  async drain(withinMs: number): Promise<boolean> {
    this.#stopping = true;
    if (this.#inFlight === 0) return true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), withinMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  async #take(app: App, event: ReceiverEvent): Promise<void> {
    if (this.#stopping) throw new StoppingError();
    this.#inFlight += 1;
    const began = performance.now();
    const kind = kindOf(event.body);
    let acknowledged = false;
    const ack: ReceiverEvent['ack'] = async (response) => {
      acknowledged = true;
      if (kind !== 'event' || !this.#eventsLast) await event.ack(response);
    };
    try {
      await app.processEvent({ ...event, ack });
      if (kind === 'event' && this.#eventsLast) await event.ack();
      else if (!acknowledged)
        await event.ack(kind === 'command' ? { response_type: 'ephemeral', text: NOTICES.unknownCommand } : undefined);
      this.#metrics.acknowledged(kind, (performance.now() - began) / 1000);
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) for (const wake of this.#waiting.splice(0)) wake();
    }
  }
}

function kindOf(body: ReceiverEvent['body']): 'event' | 'command' | 'interaction' | 'notice' {
  if (body.type === 'event_callback') return 'event';
  if (typeof body.command === 'string') return 'command';
  return body.type === 'app_rate_limited' ? 'notice' : 'interaction';
}
