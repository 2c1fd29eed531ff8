import { changeConsent } from '../storage/consent-changes.ts';
import { isActive, lockConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { insertRevokedAccessToken } from '../storage/revoked-access-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';

/** Revokes one access token; a part of the evidence as long as its consent is in force. */
export const revokeAccessToken = (
  db: Database,
  { id, expiresAt, consentId }: { id: string; expiresAt: number; consentId: string },
  now: number,
): Promise<void> =>
  inTransaction(db, async (transaction) => {
    const locked = await lockConsent(transaction, consentId);
    if (!(await insertRevokedAccessToken(transaction, id, expiresAt)) || !locked || !isActive(locked, now)) return;
    await changeConsent(
      transaction,
      locked,
      {},
      {
        type: 'token-revoked',
        actor: 'recipient',
        happenedAt: now,
        detail: { accessTokenId: id },
      },
    );
  });
