import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Dialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { SqliteDriver } from './sqlite-driver.ts';

/** Milliseconds to wait for another process that writes. */
const timeout = 1000;

/** Kysely's SQLite dialect over the SQLite that Node brings. */
export function sqliteDialect(path: string): Dialect {
  mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 });
  const writer = new DatabaseSync(path, { timeout });
  switchToWriteAheadLog(writer);
  // What was answered is on disk.
  writer.exec('pragma synchronous = full; pragma foreign_keys = on;');
  const reader = new DatabaseSync(path, { timeout });
  reader.exec('pragma query_only = on');
  return {
    createAdapter: () => new ConcurrentAdapter(),
    createDriver: () => new SqliteDriver(writer, reader),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class ConcurrentAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

// SQLite does not wait for its lock here, and processes that start together on a new file all want it.
function switchToWriteAheadLog(database: DatabaseSync, attemptsLeft = 100): void {
  try {
    database.exec('pragma journal_mode = wal');
  } catch (fault) {
    if (attemptsLeft === 0) throw fault;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    switchToWriteAheadLog(database, attemptsLeft - 1);
  }
}
