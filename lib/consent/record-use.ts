import { appendEvents } from '../storage/consent-events.ts';
import { isActive, lockConsent, markConsentUsed, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

const day = 86_400;

/** Records that a resource server asked about a consent, once a day (UTC), so that introspection is nearly always a read. */
export async function recordUse(db: Database, consent: Used, by: string, now: number): Promise<void> {
  const today = now - (now % day);
  if (wasAskedSince(consent, today)) return;
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
