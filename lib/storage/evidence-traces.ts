import type { Database } from './database.ts';

/** What a database without consents has that only a consent leaves behind, in words. */
export async function findTraces(db: Database): Promise<string | undefined> {
  const has = async (table: 'authorization_codes' | 'refresh_tokens') =>
    (await db.selectFrom(table).select('consent_id').limit(1).executeTakeFirst()) !== undefined;
  if (await has('authorization_codes')) return 'there are authorization codes';
  if (await has('refresh_tokens')) return 'there are refresh tokens';
  const salt = await db.selectFrom('settings').select('name').where('name', '=', 'pairwise_salt').executeTakeFirst();
  return salt && 'customers were named to recipients';
}
