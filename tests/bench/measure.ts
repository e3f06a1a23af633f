import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Bytes in use once all garbage is gone: the heap, and the typed arrays beside it. */
export function bytesInUse(): number {
  if (typeof collect === 'function') for (let i = 0; i < 3; i += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(at * sorted.length) - 1))] ?? Number.NaN;
}

/** How long a piece of work took, and what came of it. */
export interface Timed<T> {
  readonly value: T;
  readonly ms: number;
}

export function time<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

export async function timeAsync<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

export interface Watched<T> extends Timed<T> {
  /** The longest time for which nothing else could run, in milliseconds. */
  readonly longestBlock: number;
}

/** Runs work beside a probe that asks for its turn again and again; the longest wait for one is the longest block. */
export async function watchLoop<T>(work: () => Promise<T>): Promise<Watched<T>> {
  let [running, last, longestBlock] = [true, performance.now(), 0];
  const probe = async (): Promise<void> => {
    while (running) {
      await new Promise((resolve) => setImmediate(resolve));
      const now = performance.now();
      longestBlock = Math.max(longestBlock, now - last);
      last = now;
    }
  };
  const probing = probe();
  await new Promise((resolve) => setImmediate(resolve));
  const { value, ms } = await timeAsync(work);
  await new Promise((resolve) => setImmediate(resolve));
  running = false;
  await probing;
  return { value, ms, longestBlock };
}
