import type { Database } from './database.ts';

/** Remembers a revoked access token for as long as it would have lived; false when it was revoked before. */
export async function insertRevokedAccessToken(db: Database, tokenId: string, expiresAt: number): Promise<boolean> {
  const inserted = await db
    .insertInto('revoked_access_tokens')
    .values({ token_id: tokenId, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('token_id')
    .execute();
  return inserted.length === 1;
}

export async function isRevokedAccessToken(db: Database, tokenId: string): Promise<boolean> {
  const row = await db
    .selectFrom('revoked_access_tokens')
    .select('token_id')
    .where('token_id', '=', tokenId)
    .executeTakeFirst();
  return row !== undefined;
}
