import { ANSWERS_KEPT_MS, type StandingAnswer } from '../answers.ts';
import { CLAIMS_KEPT_MS, LEASE_MS } from '../claims.ts';
import type { Storage } from '../storage.ts';
import { THREADS_KEPT_MS, type ThreadPlace } from '../threads.ts';

interface Kept<T> {
  readonly value: T;
  readonly at: number;
}

/** Forgets everything at the end of the process; for tests and for trying things out. */
export function memoryStorage(now: () => number = Date.now): Storage {
  const claims = new Map<string, Kept<'working' | 'failed' | 'done'>>();
  const threads = new Map<string, Kept<string>>();
  const answers = new Map<string, Kept<StandingAnswer>>();
  const placeKey = ({ team, channel, thread }: ThreadPlace): string => `${team}:${channel}:${thread}`;
  const set = <T>(map: Map<string, Kept<T>>, key: string, value: T) => void map.set(key, { value, at: now() });

  return {
    claims: {
      claim: async (key) => {
        const known = claims.get(key);
        if (known?.value === 'done') return { kind: 'done' };
        if (known?.value === 'working' && now() - known.at < LEASE_MS) return { kind: 'busy' };
        set(claims, key, 'working');
        return { kind: 'mine', again: known !== undefined };
      },
      keep: async (key) => {
        if (claims.get(key)?.value === 'working') set(claims, key, 'working');
      },
      done: async (key) => set(claims, key, 'done'),
      release: async (key) => set(claims, key, 'failed'),
    },
    threads: {
      get: async (place) => threads.get(placeKey(place))?.value,
      put: async (place, state) => set(threads, placeKey(place), state),
      forget: async (place) => void threads.delete(placeKey(place)),
    },
    answers: {
      get: async (key) => answers.get(key)?.value,
      put: async (key, answer) => set(answers, key, answer),
      forget: async (key) => void answers.delete(key),
    },
    sweep: async () => {
      dropOlder(claims, now() - CLAIMS_KEPT_MS);
      dropOlder(threads, now() - THREADS_KEPT_MS);
      dropOlder(answers, now() - ANSWERS_KEPT_MS);
    },
    ping: async () => {},
    close: async () => {},
  };
}

function dropOlder<T>(map: Map<string, Kept<T>>, than: number): void {
  for (const [key, { at }] of map) if (at < than) map.delete(key);
}
