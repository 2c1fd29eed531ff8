import { hashToken } from '../keys/random-token.ts';
import { note } from '../log/request-log.ts';
import type { RefreshTokenGrant } from '../oauth/token-request.ts';
import { isActive } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { findRefreshTokenInUse } from '../storage/refresh-tokens.ts';
import { exchangeRefreshToken, type RefreshingClient } from './exchange-refresh-token.ts';
import type { RefusalReason, TokenOutcome } from './token-outcome.ts';

/**
 * Exchanges a refresh token for an access token and its own successor (RFC 6749 §6, RFC 9700 §4.14.2). When an old one
 * comes back later, it was copied: the consent ends with all its tokens.
 */
export async function refreshAccess(
  db: Database,
  grant: RefreshTokenGrant,
  client: RefreshingClient,
  now: number,
): Promise<TokenOutcome> {
  const found = await findRefreshTokenInUse(db, hashToken(grant.refreshToken));
  if (!found) return refuse('unknown-refresh-token');
  const { token, consent } = found;
  note({ correlationId: consent.correlationId, consentId: consent.id });
  if (consent.clientId !== client.clientId) return refuse('wrong-client');
  if (!isRightKey(token.dpopJkt, client)) return refuse('wrong-key');
  if (!isActive(consent, now)) return refuse('consent-ended');
  const exchange = await exchangeRefreshToken(db, found, { grant, client }, now);
  return exchange.outcome === 'refused' ? refuse(exchange.reason) : exchange;
}

// RFC 9449 §5: a public client needs the key itself; a confidential one may change keys, but needs one.
const isRightKey = (boundTo: string | undefined, { isPublic, senderKey }: RefreshingClient): boolean =>
  boundTo === undefined || (isPublic ? boundTo === senderKey : senderKey !== undefined);

const refuse = (reason: RefusalReason): TokenOutcome => ({ outcome: 'refused', grantType: 'refresh_token', reason });
