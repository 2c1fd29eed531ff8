import { withdrawConsent } from '../consent/withdraw.ts';
import { publicKeys } from '../keys/current-signing-key.ts';
import { hashToken } from '../keys/random-token.ts';
import { note } from '../log/request-log.ts';
import { readAccessToken } from '../oauth/access-token.ts';
import { now } from '../process/clock.ts';
import { issuer } from '../process/environment.ts';
import type { Recipient } from '../registry/recipient.ts';
import { appendEvents } from '../storage/consent-events.ts';
import { findConsent, isActive, lockConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { findRefreshToken } from '../storage/refresh-tokens.ts';
import { insertRevokedAccessToken } from '../storage/revoked-access-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';

/**
 * RFC 7009 §2.1: a refresh token takes the consent and all its tokens with it, an access token goes alone. A token that
 * is unknown, over, or another client's changes nothing, and the caller is not told so.
 */
export async function revokeToken(token: string, client: Recipient): Promise<void> {
  const at = now();
  const refreshToken = await findRefreshToken(database(), hashToken(token));
  if (refreshToken) {
    const consent = await findConsent(database(), refreshToken.consentId);
    if (consent?.clientId !== client.clientId) return;
    note({ consentId: consent.id, correlationId: consent.correlationId });
    await withdrawConsent(database(), consent.id, { by: 'recipient', reason: 'token-revoked' }, at);
    return;
  }
  const claims = await readAccessToken(token, await publicKeys(at), { issuer: issuer(), now: at });
  if (claims?.client_id !== client.clientId || !claims.consent_id) return;
  const { jti, exp, consent_id: consentId } = claims;
  note({ consentId });
  await inTransaction(database(), async (transaction) => {
    const locked = await lockConsent(transaction, consentId);
    if (!(await insertRevokedAccessToken(transaction, jti, exp)) || !locked || !isActive(locked, at)) return;
    await appendEvents(transaction, locked.chain, {
      type: 'token-revoked',
      actor: 'recipient',
      happenedAt: at,
      detail: { accessTokenId: jti },
    });
  });
}
