import { randomToken } from '../keys/random-token.ts';
import { type FoundAuthorizationCode, findAuthorizationCode } from '../storage/authorization-codes.ts';
import type { Database } from '../storage/database.ts';
import { consentTokenResponse } from './consent-token-response.ts';
import { endReplayedCode } from './end-replayed-code.ts';
import { issueAccessToken } from './issue-access-token.ts';
import { recordRedemption } from './record-redemption.ts';
import type { IssuedToken } from './token-outcome.ts';

type Exchange = IssuedToken | { outcome: 'refused'; reason: 'code-expired' | 'code-replayed' };
type Redeemer = { codeHash: string; senderKey: string | undefined };

/** Issues what a code is good for, to a client that the code fits. Of many attempts at once one is first. */
export async function exchangeCode(
  db: Database,
  { consent, ...code }: FoundAuthorizationCode,
  redeemer: Redeemer,
  now: number,
): Promise<Exchange> {
  const { codeHash, senderKey } = redeemer;
  if (code.isConsumed) {
    await endReplayedCode(db, { codeHash, consentId: consent.id }, now);
    return { outcome: 'refused', reason: 'code-replayed' };
  }
  const isEnded = consent.status !== 'active' || consent.expiresAt <= now;
  if (isEnded || code.isRevoked || code.expiresAt <= now) return { outcome: 'refused', reason: 'code-expired' };
  const token = await issueAccessToken(db, consent, { senderKey }, now);
  const isForOnce = consent.durationType === 'ONE_TIME';
  const refreshToken = isForOnce || consent.expiresAt <= token.expiresAt ? undefined : randomToken();
  const redemption = { codeHash, consent, isForOnce, token, refreshToken };
  if (await recordRedemption(db, redemption, now)) return consentTokenResponse(consent, token, refreshToken);
  // Somebody else was first: with the code, or with something else about the consent.
  const again = await findAuthorizationCode(db, codeHash);
  return again ? exchangeCode(db, again, redeemer, now) : { outcome: 'refused', reason: 'code-expired' };
}
