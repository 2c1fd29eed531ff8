import { PostgresAdapter, sql } from 'kysely';
import type { Database } from '../storage/database.ts';
import { tolerance } from './watch-clock.ts';

/** False when the server of the database knows another time. A SQLite file has no clock but that of this machine. */
export async function agreesWithDatabase(db: Database, now: number): Promise<boolean> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return true;
  const { rows } = await sql<{ now: string }>`select extract(epoch from clock_timestamp()) as now`.execute(db);
  return Math.abs(Number(rows[0]?.now) - now) <= tolerance;
}
