import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import type Database from 'libsql';
import { ANSWERS_KEPT_MS } from '../answers.ts';
import { CLAIMS_KEPT_MS } from '../claims.ts';
import type { Storage } from '../storage.ts';
import { THREADS_KEPT_MS } from '../threads.ts';
import { sqliteAnswers } from './answers.ts';
import { sqliteClaims } from './claims.ts';
import { openDatabase } from './open.ts';
import type { Tables } from './tables.ts';
import { sqliteThreads } from './threads.ts';

/** Kysely prepares a statement each time it runs one; there are a dozen different ones, and preparing takes longest. */
function preparingOnce(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare: (text) => {
      const statement = prepared.get(text) ?? database.prepare(text);
      prepared.set(text, statement);
      return statement;
    },
    close: () => {
      prepared.clear();
      database.close();
    },
  };
}

/**
 * Remembers in one file, which several processes on one machine may share.
 * @throws StorageError when the file cannot be used.
 */
export function sqliteStorage(file: string, now: () => number = Date.now): Storage {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparingOnce(openDatabase(file)) }) });
  const dropOlder = (table: keyof Tables, keptMs: number) =>
    db
      .deleteFrom(table)
      .where('at', '<', now() - keptMs)
      .execute();
  return {
    claims: sqliteClaims(db, now),
    threads: sqliteThreads(db, now),
    answers: sqliteAnswers(db, now),
    sweep: async () => {
      await dropOlder('claims', CLAIMS_KEPT_MS);
      await dropOlder('threads', THREADS_KEPT_MS);
      await dropOlder('answers', ANSWERS_KEPT_MS);
    },
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
