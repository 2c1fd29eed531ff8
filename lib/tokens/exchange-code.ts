import { randomToken } from '../keys/random-token.ts';
import type { FoundAuthorizationCode } from '../storage/authorization-codes.ts';
import type { Database } from '../storage/database.ts';
import { consentTokenResponse } from './consent-token-response.ts';
import { issueAccessToken } from './issue-access-token.ts';
import { endReplayedCode, recordRedemption } from './record-redemption.ts';
import type { IssuedToken } from './token-outcome.ts';

type Exchange = IssuedToken | { outcome: 'refused'; reason: 'code-expired' | 'code-replayed' };

/** Issues what a code is good for, to a client that the code fits. Of many attempts at once one is first. */
export async function exchangeCode(
  db: Database,
  { consent, ...code }: FoundAuthorizationCode,
  { codeHash, senderKey }: { codeHash: string; senderKey: string | undefined },
  now: number,
): Promise<Exchange> {
  if (!code.isConsumed) {
    const isOver = code.isRevoked || code.expiresAt <= now || !consent.isActive || consent.expiresAt <= now;
    if (isOver) return { outcome: 'refused', reason: 'code-expired' };
    const token = await issueAccessToken(db, consent, { senderKey }, now);
    const isForOnce = consent.durationType === 'ONE_TIME';
    const refreshToken = isForOnce || consent.expiresAt <= token.expiresAt ? undefined : randomToken();
    const redemption = { codeHash, consentId: consent.id, isForOnce, token, refreshToken };
    if (await recordRedemption(db, redemption, now)) return consentTokenResponse(consent, token, refreshToken);
  }
  await endReplayedCode(db, { codeHash, consentId: consent.id }, now);
  return { outcome: 'refused', reason: 'code-replayed' };
}
