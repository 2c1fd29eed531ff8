import { hashToken } from '../keys/random-token.ts';
import type { Database } from './database.ts';

/** Takes a token that is good once, in one statement; false when it was taken before. `expiresAt` in epoch seconds. */
export async function claimOnce(db: Database, token: readonly string[], expiresAt: number): Promise<boolean> {
  const taken = await db
    .insertInto('used_tokens')
    .values({ id: hashToken(JSON.stringify(token)), expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return taken.length === 1;
}
