import { Kysely, SqliteAdapter } from 'kysely';
import { Migrator } from 'kysely/migration';
import { log } from '../log/log.ts';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import { migrations } from './migrations.ts';
import { type PostgresLimits, postgresDialect } from './postgres.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

export { isUnavailable, orUnavailable } from './unavailable.ts';

export type Database = Kysely<Schema>;

/** Opens the database of a `file:` or `postgres:` URL; nothing is read or written yet. */
export const openDatabase = (url: string, limits: PostgresLimits = { poolSize: 10, timeout: 5000 }): Database =>
  new Kysely<Schema>({
    dialect: url.startsWith('file:') ? sqliteDialect(url.slice('file:'.length)) : postgresDialect(url, limits),
  });

/** The one database of this process. */
export const database = (): Database =>
  processWide('database', () =>
    openDatabase(environment().databaseUrl, {
      ...environment().databaseLimits,
      onLost: (reason) => log().warn({ reason }, 'a database connection was lost'),
    }),
  );

/** Brings the tables up to date, or leaves them as they were; safe when several processes start together on one database. */
export async function migrate(db: Database, attemptsLeft = 30): Promise<void> {
  try {
    // Kysely locks and wraps PostgreSQL by itself; what SQLite changes of its tables can be undone as well.
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
    await (isSqlite ? db.transaction().execute(applyMigrations) : applyMigrations(db));
  } catch (fault) {
    if (attemptsLeft === 0 || !isOvertaken(fault)) throw fault;
    await migrate(db, attemptsLeft - 1);
  }
}

// SQLITE_BUSY, SQLITE_LOCKED.
const locked = new Set([5, 6]);

// Another process was first: SQLite is locked, or a table of Kysely's own was made at the same moment (PostgreSQL).
function isOvertaken(fault: unknown): boolean {
  const { errcode, code } = fault as { errcode?: number; code?: string };
  return errcode === undefined ? code === '23505' || code === '42P07' : locked.has(errcode & 0xff);
}

async function applyMigrations(db: Database): Promise<void> {
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
