import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect } from 'kysely';

const nothingDone = { changes: 0, lastInsertRowid: 0 };

type Value = null | number | bigint | string | Uint8Array;

/** Kysely's SQLite dialect over the SQLite that Node brings; statements are prepared once a text. */
export function sqliteDialect(path: string): SqliteDialect {
  mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: 1000 });
  switchToWriteAheadLog(database);
  // What was answered is on disk.
  database.exec('pragma synchronous = full; pragma foreign_keys = on;');
  return new SqliteDialect({ database: adapt(database) });
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

/** What Kysely wants of a SQLite database. */
export function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  // Out of room, or out of reach of its file, SQLite has rolled back by itself; a second time would hide the reason.
  // Before 22.16, Node cannot tell.
  const hasEnded = () => database.isTransaction === false;
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepare(sql);
      return {
        reader: /^\s*(select|with|pragma)\b|\breturning\b/i.test(sql),
        all: (parameters) => statement.all(...(parameters as Value[])),
        run: (parameters) =>
          sql === 'rollback' && hasEnded() ? nothingDone : statement.run(...(parameters as Value[])),
        iterate: (parameters) => statement.iterate(...(parameters as Value[])),
      };
    },
  };
}
