import { appendEvents } from '../storage/consent-events.ts';
import { isActive, lockConsent, markConsentUsed, type StoredConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

const day = 86_400;

/** Remembers that a consent was used, once a day (UTC), so that asking about a token stays a read. */
export async function noteUse(consent: StoredConsent, by: string, at: number): Promise<void> {
  const today = at - (at % day);
  if (wasAskedSince(consent, today)) return;
  await inTransaction(database(), async (transaction) => {
    const locked = await lockConsent(transaction, consent.id);
    if (!locked || !isActive(locked, at) || wasAskedSince(locked, today)) return;
    await markConsentUsed(transaction, consent.id, { at, isIntrospected: true });
    await appendEvents(transaction, locked.chain, {
      type: 'used',
      actor: 'provider',
      happenedAt: at,
      detail: { by },
    });
  });
}

const wasAskedSince = ({ introspectedAt }: StoredConsent, time: number): boolean => (introspectedAt ?? 0) >= time;
