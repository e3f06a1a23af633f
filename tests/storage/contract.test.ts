import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANSWERS_KEPT_MS, type StandingAnswer } from '../../src/storage/answers.ts';
import { CLAIMS_KEPT_MS, LEASE_MS } from '../../src/storage/claims.ts';
import { memoryStorage } from '../../src/storage/memory/memory-storage.ts';
import { sqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { THREADS_KEPT_MS } from '../../src/storage/threads.ts';
import { atEnd, temporaryFolder } from '../support/workspace.ts';

/** What every engine keeps to. One that is added joins this list. */
const ENGINES: readonly (readonly [string, (now: () => number) => Storage])[] = [
  ['memory', memoryStorage],
  ['sqlite', (now) => sqliteStorage(join(temporaryFolder(), 'test.db'), now)],
];

describe.each(ENGINES)('%s', (_, open) => {
  /** A store, and a clock to move. */
  function begin(): { store: Storage; pass: (ms: number) => void } {
    let now = 1_000_000;
    const store = open(() => now);
    atEnd(() => store.close());
    return {
      store,
      pass: (ms) => {
        now += ms;
      },
    };
  }

  describe('a claim', () => {
    it('is given to one of many that ask at once', async () => {
      const { store } = begin();
      const claims = await Promise.all(Array.from({ length: 50 }, () => store.claims.claim('k')));
      expect(claims.filter((claim) => claim.kind === 'mine')).toEqual([{ kind: 'mine', again: false }]);
      expect(claims.filter((claim) => claim.kind === 'busy')).toHaveLength(49);
    });

    it('is not given again when the work is done', async () => {
      const { store, pass } = begin();
      await store.claims.claim('k');
      await store.claims.done('k');
      pass(LEASE_MS * 10);
      expect(await store.claims.claim('k')).toEqual({ kind: 'done' });
    });

    it('is given again after a failure, with word of it', async () => {
      const { store } = begin();
      await store.claims.claim('k');
      await store.claims.release('k');
      expect(await store.claims.claim('k')).toEqual({ kind: 'mine', again: true });
      expect(await store.claims.claim('k')).toEqual({ kind: 'busy' });
    });

    it('passes on when its holder falls silent, as one that was killed does', async () => {
      const { store, pass } = begin();
      await store.claims.claim('k');
      pass(LEASE_MS - 1);
      expect(await store.claims.claim('k')).toEqual({ kind: 'busy' });
      pass(1);
      expect(await store.claims.claim('k')).toEqual({ kind: 'mine', again: true });
    });

    it('stays with a holder that says it is still at work', async () => {
      const { store, pass } = begin();
      await store.claims.claim('k');
      pass(LEASE_MS - 1);
      await store.claims.keep('k');
      pass(LEASE_MS - 1);
      expect(await store.claims.claim('k')).toEqual({ kind: 'busy' });
    });

    it('that is done is not reopened by a late word of the work', async () => {
      const { store } = begin();
      await store.claims.claim('k');
      await store.claims.done('k');
      await store.claims.keep('k');
      expect(await store.claims.claim('k')).toEqual({ kind: 'done' });
    });

    it('is swept after two days, not before', async () => {
      const { store, pass } = begin();
      await store.claims.claim('k');
      await store.claims.done('k');
      pass(CLAIMS_KEPT_MS);
      await store.sweep();
      expect(await store.claims.claim('k')).toEqual({ kind: 'done' });
      pass(1);
      await store.sweep();
      expect(await store.claims.claim('k')).toEqual({ kind: 'mine', again: false });
    });
  });

  describe('a thread', () => {
    const place = { team: 'T1', channel: 'C1', thread: '1.1' };

    it('is unknown until it is put, and the last state counts', async () => {
      const { store } = begin();
      expect(await store.threads.get(place)).toBeUndefined();
      await store.threads.put(place, 'one');
      await store.threads.put(place, 'two');
      expect(await store.threads.get(place)).toBe('two');
    });

    it('is told apart by team, channel and thread', async () => {
      const { store } = begin();
      await store.threads.put(place, 'one');
      for (const other of [{ team: 'T2' }, { channel: 'C2' }, { thread: '1.2' }])
        expect(await store.threads.get({ ...place, ...other })).toBeUndefined();
    });

    it('is forgotten when told so', async () => {
      const { store } = begin();
      await store.threads.put(place, 'one');
      await store.threads.forget(place);
      expect(await store.threads.get(place)).toBeUndefined();
    });

    it('is swept thirty days after the last word, not before', async () => {
      const { store, pass } = begin();
      await store.threads.put(place, 'one');
      pass(THREADS_KEPT_MS);
      await store.sweep();
      expect(await store.threads.get(place)).toBe('one');
      pass(1);
      await store.sweep();
      expect(await store.threads.get(place)).toBeUndefined();
    });
  });

  describe('an answer', () => {
    const answer: StandingAnswer = { channel: 'C1', ts: '2.2', thread: '1.1', before: 'state' };

    it('is found by its question, with and without a thread', async () => {
      const { store } = begin();
      await store.answers.put('k', answer);
      expect(await store.answers.get('k')).toEqual(answer);
      await store.answers.put('k', { ...answer, thread: undefined, before: undefined });
      expect(await store.answers.get('k')).toEqual({ channel: 'C1', ts: '2.2', thread: undefined, before: undefined });
    });

    it('is forgotten when told so, and after a day', async () => {
      const { store, pass } = begin();
      await store.answers.put('k', answer);
      await store.answers.forget('k');
      expect(await store.answers.get('k')).toBeUndefined();
      await store.answers.put('k', answer);
      pass(ANSWERS_KEPT_MS + 1);
      await store.sweep();
      expect(await store.answers.get('k')).toBeUndefined();
    });
  });

  it('answers a ping', async () => {
    const { store } = begin();
    await expect(store.ping()).resolves.toBeUndefined();
  });
});
