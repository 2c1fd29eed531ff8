import { accessTokenLife } from '../consent/decision.ts';
import { withdrawWithin } from '../consent/withdraw.ts';
import { hashToken, randomToken } from '../keys/random-token.ts';
import { note } from '../log/request-log.ts';
import { findMismatch } from '../oauth/authorization-code.ts';
import type { AuthorizationCodeGrant } from '../oauth/token-request.ts';
import { now } from '../process/clock.ts';
import type { Recipient } from '../registry/recipient.ts';
import {
  findAuthorizationCode,
  revokeAuthorizationCode,
  takeAuthorizationCode,
} from '../storage/authorization-codes.ts';
import { appendEvents } from '../storage/consent-events.ts';
import { isActive, lockConsent, markConsentUsed } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { insertRefreshToken } from '../storage/refresh-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';
import { issueAccessToken } from './issue-access-token.ts';
import { invalidGrant, type TokenOutcome, tokenIssued } from './token-response.ts';

/**
 * Exchanges a code for an access token, once, and for a refresh token when the consent outlives that. An attempt that
 * does not fit leaves the code as it is; the right client coming a second time ends what was issued, and the consent
 * with it (OAuth 2.1, authorization code reuse).
 */
export async function redeemAuthorizationCode(
  grant: AuthorizationCodeGrant,
  client: Recipient,
  senderKey?: string,
): Promise<TokenOutcome> {
  const at = now();
  const codeHash = hashToken(grant.code);
  const found = await findAuthorizationCode(database(), codeHash);
  if (!found) return invalidGrant('code', 'unknown-code');
  const { consent } = found;
  note({ correlationId: consent.correlationId, consentId: consent.id });
  const mismatch = findMismatch({ ...grant, senderKey }, client.clientId, found);
  if (mismatch) return invalidGrant('code', mismatch);
  if (found.isConsumed) return endReplayed(codeHash, consent.id, at);
  const expiresAt = Math.min(at + accessTokenLife, consent.expiresAt);
  if (found.isRevoked || !consent.isActive || found.expiresAt <= at || expiresAt <= at)
    return invalidGrant('code', 'code-expired');

  const issued = await issueAccessToken(consent, { issuedAt: at, expiresAt, senderKey });
  const isOnce = consent.durationType === 'ONE_TIME';
  const refreshToken = isOnce || consent.expiresAt <= expiresAt ? undefined : randomToken();
  const isTaken = await inTransaction(database(), async (transaction) => {
    const locked = await lockConsent(transaction, consent.id);
    if (!locked || !isActive(locked, at)) return false;
    const taking = { codeHash, now: at, accessTokenId: issued.id, accessTokenExpiresAt: expiresAt };
    if (!(await takeAuthorizationCode(transaction, taking))) return false;
    if (refreshToken)
      await insertRefreshToken(transaction, {
        tokenHash: hashToken(refreshToken),
        consentId: consent.id,
        createdAt: at,
        dpopJkt: senderKey,
      });
    // A consent for once ends with this token.
    await markConsentUsed(transaction, consent.id, { at, expiresAt: isOnce ? expiresAt : undefined });
    await appendEvents(transaction, locked.chain, {
      type: 'code-redeemed',
      actor: 'recipient',
      happenedAt: at,
      detail: { accessTokenId: issued.id, expiresAt },
    });
    return true;
  });
  if (!isTaken) return endReplayed(codeHash, consent.id, at);
  return tokenIssued(consent, issued, refreshToken);
}

async function endReplayed(codeHash: string, consentId: string, at: number): Promise<TokenOutcome> {
  await inTransaction(database(), async (transaction) => {
    await withdrawWithin(transaction, consentId, { by: 'accord', reason: 'code-replayed' }, at);
    await revokeAuthorizationCode(transaction, codeHash, at);
  });
  return invalidGrant('code', 'code-replayed');
}
