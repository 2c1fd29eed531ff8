import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

const batch = 200;

/** Removes consents that ended before a time, with their codes, tokens and evidence; nothing else ever does. Answers how many. */
export async function removeOldConsents(db: Database, before: number): Promise<number> {
  let removed = 0;
  for (let place = ''; ; ) {
    const ids = await listEnded(db, before, place);
    if (ids.length > 0) await removeConsents(db, ids);
    removed += ids.length;
    const last = ids.at(-1);
    if (!last || ids.length < batch) return removed;
    place = last;
  }
}

// What was ended has its moment; what ran out ended with its time.
async function listEnded(db: Database, before: number, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('consents')
    .select('id')
    .where('id', '>', after)
    .where(({ fn }) => fn.coalesce('ended_at', 'expires_at'), '<', before)
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}

const removeConsents = (db: Database, ids: string[]): Promise<void> =>
  inTransaction(db, async (transaction) => {
    await transaction.deleteFrom('consents').where('id', 'in', ids).execute();
    for (const table of ['authorization_codes', 'refresh_tokens', 'consent_events'] as const)
      await transaction.deleteFrom(table).where('consent_id', 'in', ids).execute();
  });
