import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { environment } from '../environment.ts';
import { log } from '../log/log.ts';
import { processWide } from '../process-wide.ts';
import { migrations } from './migrations.ts';
import { isPostgresUnavailable, type PostgresLimits, postgresDialect } from './postgres.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

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

/** Brings the tables up to date; safe when several processes start together on one database. */
export async function migrate(db: Database, attemptsLeft = 5): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  if (!error) return;
  if (attemptsLeft === 0) throw error;
  await migrate(db, attemptsLeft - 1);
}

// SQLITE_BUSY, _LOCKED, _READONLY, _IOERR, _FULL, _CANTOPEN: the next attempt may well succeed.
const passing = new Set([5, 6, 8, 10, 13, 14]);

/** True for a database that is locked, full or out of reach, which is an outcome for the customer and no fault of ours. */
export function isUnavailable(fault: unknown): boolean {
  const code = (fault as { errcode?: unknown } | undefined)?.errcode;
  return typeof code === 'number' ? passing.has(code & 0xff) : isPostgresUnavailable(fault);
}
