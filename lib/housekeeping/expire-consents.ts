import { sql } from 'kysely';
import { refreshesInAll } from '../consent/refreshes.ts';
import { appendEvents } from '../storage/consent-events.ts';
import { endConsent, lockConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

/**
 * Marks consents whose time is over, so many at most; gives how many it found. Their refresh tokens are set aside, and go
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
  for (const { id } of over) await inTransaction(db, (transaction) => expire(transaction, id, now));
  return over.length;
}

async function expire(transaction: Database, id: string, now: number): Promise<void> {
  const consent = await lockConsent(transaction, id);
  if (consent?.status !== 'active' || consent.expiresAt > now) return;
  const at = consent.expiresAt;
  await endConsent(transaction, id, { status: 'expired', at, by: 'accord', reason: 'expired' });
  await transaction
    .updateTable('refresh_tokens')
    .set({ rotated_at: now })
    .where('consent_id', '=', id)
    .where('rotated_at', 'is', null)
    .execute();
  const detail = refreshesInAll(consent);
  await appendEvents(transaction, consent.chain, { type: 'expired', actor: 'accord', happenedAt: at, detail });
}
