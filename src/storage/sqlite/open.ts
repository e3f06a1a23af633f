import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { StorageError } from '../errors.ts';
import { MIGRATIONS } from './migrations.ts';

/** How long one process waits for another to finish writing. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the file, and makes it and its folder if need be, ready for use by several processes at once.
 * @throws StorageError when it cannot be written, is no database, or is one of a newer release.
 */
export function openDatabase(path: string): Database.Database {
  const file = resolve(path);
  prepareFolder(dirname(file), file);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    database.exec('pragma journal_mode = wal');
    // In WAL mode this survives a killed process; only a power cut can lose the last moments.
    database.exec('pragma synchronous = normal');
    migrate(database, file);
    return database;
  } catch (error) {
    database?.close();
    throw storageError(error, file);
  }
}

function prepareFolder(folder: string, file: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Node's own recursive mkdir never returns where the file system says ENOENT of a folder that is there, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  }
}

/** In one transaction that locks out others, so that two processes that start together do not both do it. */
function migrate(database: Database.Database, file: string): void {
  database.exec('begin immediate');
  try {
    const version = readVersion(database);
    if (version > MIGRATIONS.length)
      throw new StorageError(
        'STORAGE_NEWER',
        file,
        `The database ${file} was made by a newer release of fwcompare. Update fwcompare, or name another file in DATABASE_URL.`,
      );
    for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
    database.exec(`pragma user_version = ${MIGRATIONS.length}`);
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

function readVersion(database: Database.Database): number {
  // libsql's `get` does not heed `pluck`.
  const [row] = database.prepare('pragma user_version').all() as readonly { readonly user_version: number }[];
  return row?.user_version ?? 0;
}

function storageError(error: unknown, file: string): StorageError {
  if (error instanceof StorageError) return error;
  const said = error instanceof Error ? error.message : String(error);
  const corrupt = /not a database|malformed|disk image/i.test(said);
  if (!corrupt) return unwritable(file, error);
  return new StorageError(
    'STORAGE_CORRUPT',
    file,
    `The database ${file} is damaged or no SQLite file. Move it away; a new one is made at the next start (only the memory of threads is lost).`,
    { cause: error },
  );
}

function unwritable(file: string, cause: unknown): StorageError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new StorageError(
    'STORAGE_UNWRITABLE',
    file,
    `The database ${file} cannot be written (${said}). Make its folder writable, or name another file in DATABASE_URL.`,
    { cause },
  );
}
