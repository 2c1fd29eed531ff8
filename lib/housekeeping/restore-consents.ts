import { changeConsent, goingOn } from '../storage/consent-changes.ts';
import { lockConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { findSetting, putSetting } from '../storage/settings.ts';
import { inTransaction } from '../storage/transaction.ts';
import { tolerance } from './watch-clock.ts';

/** The setting that keeps the latest time at which there was a sweep. */
const sweep = 'swept_at';

/**
 * Brings back consents that were marked by a clock that ran ahead and has been set right, so many at most; gives how many.
 * They are looked for only when a sweep has been at a later time than now: there is no index for them.
 */
export async function restoreConsents(db: Database, now: number, limit: number): Promise<number> {
  const sweptAt = Number((await findSetting(db, sweep)) ?? 0);
  if (now >= sweptAt - tolerance) {
    if (now > sweptAt) await putSetting(db, sweep, String(now));
    return 0;
  }
  const early = await db
    .selectFrom('consents')
    .select('id')
    .where('status', '=', 'expired')
    .where('expires_at', '>', now)
    .orderBy('id')
    .limit(limit)
    .execute();
  for (const { id } of early) await inTransaction(db, (transaction) => restore(transaction, id, now));
  if (early.length < limit) await putSetting(db, sweep, String(now));
  return early.length;
}

async function restore(transaction: Database, id: string, now: number): Promise<void> {
  const consent = await lockConsent(transaction, id);
  if (consent?.status !== 'expired' || consent.expiresAt <= now) return;
  // Those without a successor were not exchanged but set aside.
  await transaction
    .updateTable('refresh_tokens')
    .set({ rotated_at: null })
    .where('consent_id', '=', id)
    .where('successor_hash', 'is', null)
    .execute();
  const event = { type: 'restored', actor: 'accord', happenedAt: now, detail: {} } as const;
  await changeConsent(transaction, consent, goingOn, event);
}
