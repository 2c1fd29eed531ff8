import { appendEvents } from '../storage/consent-events.ts';
import { isActive, lockConsent, markConsentUsed, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

const minute = 60;
const day = 86_400;

/**
 * Records that a resource server asked about a consent: the time to the minute, and evidence once a day (UTC), so that
 * introspection is nearly always a read.
 */
export async function recordUse(db: Database, consent: Used, by: string, now: number): Promise<void> {
  if (wasAskedSince(consent, now - minute + 1)) return;
  const today = now - (now % day);
  if (wasAskedSince(consent, today)) return markConsentUsed(db, consent.id, now);
  await inTransaction(db, async (transaction) => {
    const locked = await lockConsent(transaction, consent.id);
    if (!locked || !isActive(locked, now) || wasAskedSince(locked, today)) return;
    await markConsentUsed(transaction, consent.id, now);
    await appendEvents(transaction, locked.chain, {
      type: 'used',
      actor: 'provider',
      happenedAt: now,
      detail: { by },
    });
  });
}

type Used = Pick<StoredConsent, 'id' | 'introspectedAt'>;
const wasAskedSince = ({ introspectedAt }: Used, time: number): boolean => (introspectedAt ?? 0) >= time;
