import { sql } from 'kysely';
import { refreshesInAll } from '../consent/refreshes.ts';
import { changeConsent, ended } from '../storage/consent-changes.ts';
import { lockConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

/**
 * Marks consents whose time is over, so many at most; gives how many. Their refresh tokens are set aside, and go
 * with the rotated ones a week later: a clock that was wrong for a while has ended nothing for good.
 */
export async function expireConsents(db: Database, now: number, limit: number): Promise<number> {
  const over = await db
    .selectFrom('consents')
    .select('id')
    // A literal: only so does the index of those in force fit.
    .where('status', '=', sql.lit('active'))
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .execute();
  let marked = 0;
  for (const { id } of over) if (await inTransaction(db, (transaction) => expire(transaction, id, now))) marked += 1;
  return marked;
}

async function expire(transaction: Database, id: string, now: number): Promise<boolean> {
  const consent = await lockConsent(transaction, id);
  if (consent?.status !== 'active' || consent.expiresAt > now) return false;
  const at = consent.expiresAt;
  await transaction
    .updateTable('refresh_tokens')
    .set({ rotated_at: now })
    .where('consent_id', '=', id)
    .where('rotated_at', 'is', null)
    .execute();
  const event = { type: 'expired', actor: 'accord', happenedAt: at, detail: refreshesInAll(consent) } as const;
  await changeConsent(transaction, consent, ended({ status: 'expired', at, by: 'accord', reason: 'expired' }), event);
  return true;
}
