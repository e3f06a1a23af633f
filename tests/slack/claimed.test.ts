import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { claimed } from '../../src/slack/claimed.ts';
import { LEASE_MS } from '../../src/storage/claims.ts';
import { memoryStorage } from '../../src/storage/memory/memory-storage.ts';

afterEach(() => vi.useRealTimers());

const parts = () => ({ storage: memoryStorage(), metrics: createMetrics('test'), log: createLog('silent') });

describe('work on a message', () => {
  it('of another process is left to it, and its redelivery is put off until that is known to have gone well', async () => {
    const deps = parts();
    await deps.storage.claims.claim('k');
    const work = vi.fn(async () => {});
    await claimed(deps, 'k', false, work);
    await expect(claimed(deps, 'k', true, work)).rejects.toMatchObject({ code: 'STILL_BUSY' });
    await deps.storage.claims.done('k');
    await claimed(deps, 'k', true, work);
    expect(work).not.toHaveBeenCalled();
  });

  it('that takes long is not taken over by another process', async () => {
    vi.useFakeTimers();
    const deps = parts();
    const work = claimed(deps, 'k', false, () => new Promise((resolve) => setTimeout(resolve, LEASE_MS * 4)));
    for (let passed = 0; passed < LEASE_MS * 3; passed += LEASE_MS / 2) {
      await vi.advanceTimersByTimeAsync(LEASE_MS / 2);
      expect(await deps.storage.claims.claim('k')).toEqual({ kind: 'busy' });
    }
    await vi.advanceTimersByTimeAsync(LEASE_MS * 4);
    await work;
    expect(await deps.storage.claims.claim('k')).toEqual({ kind: 'done' });
  });

  it('that fails is there for the next one, with word of the try', async () => {
    const deps = parts();
    const tries: boolean[] = [];
    const fails = claimed(deps, 'k', false, async (again) => {
      tries.push(again);
      throw new Error('no');
    });
    await expect(fails).rejects.toThrow('no');
    await claimed(deps, 'k', true, async (again) => void tries.push(again));
    expect(tries).toEqual([false, true]);
  });
});
