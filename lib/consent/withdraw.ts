import { tellOfEnd } from '../notices/tell-of-end.ts';
import { revokeCodesOfConsents } from '../storage/authorization-codes.ts';
import { changeConsent, ended } from '../storage/consent-changes.ts';
import { isActive, lockConsent, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { deleteRefreshTokens } from '../storage/refresh-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';
import { type End, type EndReason, endEvent } from './end-event.ts';

export type { EndReason };

type Ending =
  | { outcome: 'ended'; consent: StoredConsent }
  | { outcome: 'already-ended'; consent: StoredConsent }
  | { outcome: 'unknown' };

/** Ends a consent for good, and with it its code and its tokens; a second end changes nothing. */
export const withdrawConsent = (db: Database, id: string, end: End, now: number): Promise<Ending> =>
  inTransaction(db, (transaction) => withdrawInTransaction(transaction, id, end, now));

/** The same as a part of a transaction that has begun. */
export async function withdrawInTransaction(transaction: Database, id: string, end: End, now: number): Promise<Ending> {
  const consent = await lockConsent(transaction, id);
  if (!consent) return { outcome: 'unknown' };
  if (!isActive(consent, now)) return { outcome: 'already-ended', consent };
  await endLockedConsent(transaction, consent, end, now);
  return { outcome: 'ended', consent };
}

/** Ends a consent that this transaction has locked and found active. */
export async function endLockedConsent(
  transaction: Database,
  consent: StoredConsent,
  end: End,
  now: number,
): Promise<void> {
  const { by, reason, replacedBy } = end;
  const change = ended({ status: 'revoked', at: now, by, reason, replacedBy });
  await changeConsent(transaction, consent, change, endEvent(consent, end, now));
  await revokeCodesOfConsents(transaction, [consent.id], now);
  await deleteRefreshTokens(transaction, consent.id);
  await tellOfEnd(transaction, consent, end, now);
}
