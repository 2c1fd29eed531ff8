import { z } from 'zod';
import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';

export const signingKeyRow = z.object({
  kid: z.string(),
  sealed_key: z.string(),
  /** JSON (RFC 7517 §4). */
  public_jwk: z.string(),
  created_at: z.int(),
});
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
