import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteAdapter, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';
import { type PostgresLimits, postgresDialect } from './postgres.ts';
import type { Schema } from './schema.ts';

/** Opens a database that must be there, and of which nothing can be changed; `work` sees it as it is at one moment. */
export async function withReadOnly<Result>(
  url: string,
  limits: PostgresLimits,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const db = new Kysely<Schema>({
    dialect: url.startsWith('file:') ? readOnlySqlite(url.slice('file:'.length)) : postgresDialect(url, limits),
  });
  try {
    return await db.connection().execute(async (connection) => {
      const isSqlite = connection.getExecutor().adapter instanceof SqliteAdapter;
      await (isSqlite ? sql`begin` : sql`begin isolation level repeatable read read only`).execute(connection);
      await refuseForeign(connection);
      return work(connection);
    });
  } finally {
    await db.destroy();
  }
}

type Value = null | number | bigint | string | Uint8Array;

function readOnlySqlite(path: string): SqliteDialect {
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  const database = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(text) {
        const statement = database.prepare(text);
        return {
          reader: /^\s*(select|with|pragma)\b/i.test(text),
          all: (parameters) => statement.all(...(parameters as Value[])),
          run: (parameters) => statement.run(...(parameters as Value[])),
          iterate: (parameters) => statement.iterate(...(parameters as Value[])),
        };
      },
    },
  });
}

async function refuseForeign(db: Database): Promise<void> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  if (!tables.includes('consents') || !tables.includes('consent_events'))
    throw new Error('it is not a database of Accord, or Accord has never been started on it');
  const provider = { getMigrations: async () => migrations };
  const pending = (await new Migrator({ db, provider }).getMigrations()).filter(({ executedAt }) => !executedAt);
  if (pending.length > 0) throw new Error('it is of an earlier version: start Accord on it once');
}
