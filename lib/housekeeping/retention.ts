import { keepRemovedHeads } from '../storage/anchors.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

const batch = 200;

/**
 * Removes consents that ended before a time, with their codes, tokens and evidence, and the evidence of requests that were
 * denied before it; nothing else ever does. Of each chain the heads are kept that anchors name, without any content. Answers
 * how many records.
 */
export const removeOldRecords = async (db: Database, before: number): Promise<number> =>
  (await inBatches(db, (after) => listEnded(db, before, after))) +
  (await inBatches(db, (after) => listDenied(db, before, after)));

async function inBatches(db: Database, list: (after: string) => Promise<string[]>): Promise<number> {
  let removed = 0;
  for (let place = ''; ; ) {
    const ids = await list(place);
    if (ids.length > 0) await removeRecords(db, ids);
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

async function listDenied(db: Database, before: number, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('consent_events')
    .select('consent_id')
    .where('consent_id', '>', after)
    .where('type', '=', 'denied')
    .where('happened_at', '<', before)
    .orderBy('consent_id')
    .limit(batch)
    .execute();
  return rows.map(({ consent_id }) => consent_id);
}

const removeRecords = (db: Database, ids: string[]): Promise<void> =>
  inTransaction(db, async (transaction) => {
    await keepRemovedHeads(transaction, ids);
    await transaction.deleteFrom('consents').where('id', 'in', ids).execute();
    for (const table of ['authorization_codes', 'refresh_tokens', 'consent_events'] as const)
      await transaction.deleteFrom(table).where('consent_id', 'in', ids).execute();
  });
