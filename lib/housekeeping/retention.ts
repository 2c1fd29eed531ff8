import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

const batch = 200;

/** Removes consents that ended before a time, with their codes, tokens and evidence; nothing else ever does. Answers how many. */
export async function removeOldConsents(db: Database, before: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const ids = await removeBatch(db, before);
    removed += ids;
    if (ids < batch) return removed;
  }
}

const removeBatch = (db: Database, before: number): Promise<number> =>
  inTransaction(db, async (transaction) => {
    const rows = await transaction
      .selectFrom('consents')
      .select('id')
      .where('expires_at', '<', before)
      .where(({ or, eb }) => or([eb('ended_at', 'is', null), eb('ended_at', '<', before)]))
      .limit(batch)
      .execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await transaction.deleteFrom('authorization_codes').where('consent_id', 'in', ids).execute();
    await transaction.deleteFrom('refresh_tokens').where('consent_id', 'in', ids).execute();
    await transaction.deleteFrom('consent_events').where('consent_id', 'in', ids).execute();
    await transaction.deleteFrom('consents').where('id', 'in', ids).execute();
    return ids.length;
  });
