import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { signingKeyRow } from './schema.ts';

const readSigningKey = rowReader('signing_keys', signingKeyRow);
export type StoredSigningKey = ReturnType<typeof readSigningKey>;

/** All signing keys, the newest first. */
export async function listSigningKeys(db: Database): Promise<StoredSigningKey[]> {
  const rows = await db.selectFrom('signing_keys').selectAll().orderBy('created_at', 'desc').orderBy('kid').execute();
  return rows.map(readSigningKey);
}

export async function insertSigningKey(db: Database, key: StoredSigningKey): Promise<void> {
  await db.insertInto('signing_keys').values(key).execute();
}

/** Keeps a key under another seal, unless somebody else has done it meanwhile. */
export async function replaceSealedKey(
  db: Database,
  { kid, from, to }: { kid: string; from: string; to: string },
): Promise<void> {
  await db
    .updateTable('signing_keys')
    .set({ sealed_key: to })
    .where('kid', '=', kid)
    .where('sealed_key', '=', from)
    .execute();
}
