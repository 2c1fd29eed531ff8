import { withdrawConsent } from '../consent/withdraw.ts';
import { hashToken } from '../keys/random-token.ts';
import { note } from '../log/request-log.ts';
import { findConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { findRefreshToken } from '../storage/refresh-tokens.ts';
import { revokeAccessToken } from './revoke-access-token.ts';
import { readValidAccessToken } from './valid-access-token.ts';

/**
 * Revokes a token of a client (RFC 7009 §2.1). A refresh token takes its consent and all its tokens along; an access
 * token goes alone. An unknown, expired or foreign token changes nothing, and the caller is not told which it was.
 */
export async function revokeToken(db: Database, token: string, clientId: string, now: number): Promise<void> {
  const refreshToken = await findRefreshToken(db, hashToken(token));
  if (refreshToken) {
    const consent = await findConsent(db, refreshToken.consentId);
    if (consent?.clientId !== clientId) return;
    note({ consentId: consent.id, correlationId: consent.correlationId });
    await withdrawConsent(db, consent.id, { by: 'recipient', reason: 'token-revoked' }, now);
    return;
  }
  const claims = await readValidAccessToken(db, token, now);
  if (claims?.client_id !== clientId || !claims.consent_id) return;
  note({ consentId: claims.consent_id });
  await revokeAccessToken(db, { id: claims.jti, expiresAt: claims.exp, consentId: claims.consent_id }, now);
}
