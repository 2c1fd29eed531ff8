import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

export type StoredSigningKey = Schema['signing_keys'];

/** All signing keys, the newest first. */
export const listSigningKeys = (db: Database): Promise<StoredSigningKey[]> =>
  db.selectFrom('signing_keys').selectAll().orderBy('created_at', 'desc').orderBy('kid').execute();

export async function insertSigningKey(db: Database, key: StoredSigningKey): Promise<void> {
  await db.insertInto('signing_keys').values(key).execute();
}
