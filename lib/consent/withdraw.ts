import type { Actor } from '../evidence/event-chain.ts';
import { revokeCodesOfConsents } from '../storage/authorization-codes.ts';
import { changeConsent, ended } from '../storage/consent-changes.ts';
import { isActive, lockConsent, type StoredConsent, type StoredEndReason } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { deleteRefreshTokens } from '../storage/refresh-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';
import { refreshesInAll } from './refreshes.ts';

/** Why a consent ended before its time. */
export type EndReason = Exclude<StoredEndReason, 'expired'>;

interface End {
  by: Actor;
  reason: EndReason;
  /** More for the evidence, such as what an operator said. */
  detail?: Record<string, unknown>;
  /** The consent in whose favour this one ends. */
  replacedBy?: string;
}

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
  const event = {
    type: reason === 'changed' || reason === 'renewed' ? ('changed' as const) : ('withdrawn' as const),
    actor: by,
    happenedAt: now,
    detail: { reason, ...(replacedBy && { replacedBy }), ...refreshesInAll(consent), ...end.detail },
  };
  await changeConsent(transaction, consent, ended({ status: 'revoked', at: now, by, reason, replacedBy }), event);
  await revokeCodesOfConsents(transaction, [consent.id], now);
  await deleteRefreshTokens(transaction, consent.id);
}
