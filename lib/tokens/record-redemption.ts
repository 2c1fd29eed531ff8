import { withdrawInTransaction } from '../consent/withdraw.ts';
import { hashToken } from '../keys/random-token.ts';
import { revokeAuthorizationCode, takeAuthorizationCode } from '../storage/authorization-codes.ts';
import { appendEvents } from '../storage/consent-events.ts';
import { isActive, lockConsent, shortenConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { insertRefreshToken } from '../storage/refresh-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';

interface Redemption {
  codeHash: string;
  consentId: string;
  /** A consent for once ends with this token. */
  isForOnce: boolean;
  token: { id: string; expiresAt: number; senderKey: string | undefined };
  refreshToken: string | undefined;
}

/** Takes a code and stores what is issued for it, in one transaction; false when another was first. */
export const recordRedemption = (
  db: Database,
  { codeHash, consentId, isForOnce, token, refreshToken }: Redemption,
  now: number,
): Promise<boolean> =>
  inTransaction(db, async (transaction) => {
    const locked = await lockConsent(transaction, consentId);
    if (!locked || !isActive(locked, now)) return false;
    const taking = { codeHash, now, accessTokenId: token.id, accessTokenExpiresAt: token.expiresAt };
    if (!(await takeAuthorizationCode(transaction, taking))) return false;
    if (refreshToken)
      await insertRefreshToken(transaction, {
        tokenHash: hashToken(refreshToken),
        consentId,
        createdAt: now,
        dpopJkt: token.senderKey,
      });
    if (isForOnce) await shortenConsent(transaction, consentId, token.expiresAt);
    await appendEvents(transaction, locked.chain, {
      type: 'code-redeemed',
      actor: 'recipient',
      happenedAt: now,
      detail: { accessTokenId: token.id, expiresAt: token.expiresAt },
    });
    return true;
  });

/** Ends the consent of a code that was exchanged twice, and with it whatever was issued. */
export const endReplayedCode = (
  db: Database,
  { codeHash, consentId }: Pick<Redemption, 'codeHash' | 'consentId'>,
  now: number,
): Promise<void> =>
  inTransaction(db, async (transaction) => {
    await withdrawInTransaction(transaction, consentId, { by: 'accord', reason: 'code-replayed' }, now);
    await revokeAuthorizationCode(transaction, codeHash, now);
  });
