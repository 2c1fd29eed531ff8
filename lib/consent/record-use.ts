import { changeAsRead, changeConsent } from '../storage/consent-changes.ts';
import { isActive, lockConsent, type StoredConsent } from '../storage/consents.ts';
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
  const change = { last_used_at: now, introspected_at: now };
  // Where something else has changed it meanwhile, the next minute says so.
  if (wasAskedSince(consent, today)) return changeAsRead(db, consent, change);
  await inTransaction(db, async (transaction) => {
    const locked = await lockConsent(transaction, consent.id);
    if (!locked || !isActive(locked, now) || wasAskedSince(locked, today)) return;
    const used = { type: 'used', actor: 'provider', happenedAt: now, detail: { by } } as const;
    await changeConsent(transaction, locked, change, used);
  });
}

type Used = Pick<StoredConsent, 'id' | 'introspectedAt' | 'row' | 'chain'>;
const wasAskedSince = ({ introspectedAt }: Pick<Used, 'introspectedAt'>, time: number): boolean =>
  (introspectedAt ?? 0) >= time;
