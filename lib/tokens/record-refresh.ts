import { appendEvents } from '../storage/consent-events.ts';
import { isActive, lockConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';
import { type Rotation, takeSuccessor } from './take-successor.ts';

/** Rotates a refresh token and records the access token that was signed for it, in one transaction. */
export const recordRefresh = (
  db: Database,
  consentId: string,
  { token, isKept, accessToken }: Refresh,
  now: number,
): Promise<Rotation> =>
  inTransaction(db, async (transaction) => {
    const locked = await lockConsent(transaction, consentId);
    if (!locked || !isActive(locked, now)) return { outcome: 'consent-ended' };
    const rotation = await takeSuccessor(transaction, locked, { token, isKept }, now);
    if (rotation.outcome !== 'rotated') return rotation;
    await appendEvents(transaction, locked.chain, {
      type: 'token-refreshed',
      actor: 'recipient',
      happenedAt: now,
      detail: { accessTokenId: accessToken.id, expiresAt: accessToken.expiresAt },
    });
    return rotation;
  });

interface Refresh {
  token: string;
  isKept: boolean;
  accessToken: { id: string; expiresAt: number };
}
