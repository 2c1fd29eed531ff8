import type { Database } from '../../lib/storage/database.ts';
import { migrate } from '../../lib/storage/database.ts';
import { newPostgresDatabase } from './postgres-database.ts';
import { connect } from './temporary-database.ts';

/** Two instances' connections to a new database whose operator has asked PostgreSQL for its strictest isolation. */
export async function serializableDatabase(): Promise<[Database, Database]> {
  const url = new URL(await newPostgresDatabase());
  url.searchParams.set('options', '-c default_transaction_isolation=serializable');
  const [one, other] = [connect(url.href), connect(url.href)];
  await migrate(one);
  return [one, other];
}
