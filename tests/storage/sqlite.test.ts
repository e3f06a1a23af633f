import { fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { sqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { TSX } from '../support/process.ts';
import { atEnd, temporaryFolder } from '../support/workspace.ts';

const place = { team: 'T1', channel: 'C1', thread: '1.1' };
const attempt = (file: string) => () => sqliteStorage(file);

describe('the SQLite file', () => {
  it('is made with its folder, and keeps what it was told over a restart', async () => {
    const file = join(temporaryFolder(), 'deep', 'down', 'test.db');
    const first = sqliteStorage(file);
    await first.threads.put(place, 'one');
    await first.claims.claim('k');
    await first.claims.done('k');
    await first.close();

    const second = sqliteStorage(file);
    atEnd(() => second.close());
    expect(await second.threads.get(place)).toBe('one');
    expect(await second.claims.claim('k')).toEqual({ kind: 'done' });
  });

  it('gives each claim to one of several processes', { timeout: 60_000 }, async () => {
    const file = join(temporaryFolder(), 'test.db');
    const keys = Array.from({ length: 100 }, (_, i) => `k${i}`);
    const claimants = await Promise.all(Array.from({ length: 4 }, () => claimInProcess(file, keys)));
    for (const key of keys) expect(claimants.filter((won) => won.includes(key))).toHaveLength(1);
  });

  it('that is no database is refused with what to do, and left as it is', () => {
    const file = join(temporaryFolder(), 'test.db');
    writeFileSync(file, 'this is a shopping list, and a rather long one. '.repeat(50));
    expect(attempt(file)).toThrow(
      expect.objectContaining({ code: 'STORAGE_CORRUPT', message: expect.stringContaining('Move it away') }),
    );
    expect(existsSync(file)).toBe(true);
  });

  it('in a folder that cannot be written is refused with what to do', () => {
    const wall = join(temporaryFolder(), 'wall');
    writeFileSync(wall, '');
    expect(attempt(join(wall, 'data', 'test.db'))).toThrow(
      expect.objectContaining({ code: 'STORAGE_UNWRITABLE', message: expect.stringContaining('DATABASE_URL') }),
    );
  });

  it('in a folder that the system does not let be made is refused, and not tried for ever', () => {
    expect(attempt('/proc/nowhere/test.db')).toThrow(expect.objectContaining({ code: 'STORAGE_UNWRITABLE' }));
  });

  it('of a newer release is refused rather than misread', () => {
    const file = join(temporaryFolder(), 'test.db');
    const database = new Database(file);
    database.exec('pragma user_version = 99');
    database.close();
    expect(attempt(file)).toThrow(expect.objectContaining({ code: 'STORAGE_NEWER' }));
  });
});

function claimInProcess(file: string, keys: readonly string[]): Promise<readonly string[]> {
  const child = fork(new URL('claimant.ts', import.meta.url), [file, ...keys], { execArgv: ['--import', TSX] });
  return new Promise((resolve, reject) => {
    child.once('message', (won) => resolve(Array.isArray(won) ? won.map(String) : []));
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
}
