import { codeOf, type Log } from './ops/log.ts';
import type { Connected } from './slack/connect.ts';
import type { Storage } from './storage/storage.ts';

const SWEEP_EVERY_MS = 60 * 60 * 1000;
const LOOK_EVERY_MS = 15_000;
/** Out of reach for so long, a fresh process may find a way that this one does not. */
const OUT_OF_REACH_MS = 5 * 60 * 1000;

export interface Upkeep {
  readonly storage: Pick<Storage, 'sweep'>;
  readonly connected: Pick<Connected, 'disconnectedMs'>;
  readonly log: Log;
  /** Only a new process can help. */
  readonly onLost?: () => void;
}

/** Sees to what needs it from time to time, until the returned function is called. */
export function keepUp({ storage, connected, log, onLost }: Upkeep): () => void {
  const sweep = () => storage.sweep().catch((error: unknown) => log.warn({ code: codeOf(error) }, 'sweeping failed'));
  const look = () => {
    if (connected.disconnectedMs() < OUT_OF_REACH_MS) return;
    log.fatal('Slack has been out of reach for five minutes');
    onLost?.();
  };
  void sweep();
  const timers = [setInterval(sweep, SWEEP_EVERY_MS), setInterval(look, LOOK_EVERY_MS)];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
