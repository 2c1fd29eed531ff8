import { hashToken } from '../keys/random-token.ts';
import { note } from '../log/request-log.ts';
import { findMismatch } from '../oauth/authorization-code.ts';
import type { AuthorizationCodeGrant } from '../oauth/token-request.ts';
import { findAuthorizationCode } from '../storage/authorization-codes.ts';
import type { Database } from '../storage/database.ts';
import { exchangeCode } from './exchange-code.ts';
import type { RefusalReason, TokenOutcome } from './token-outcome.ts';

/**
 * Exchanges a code for an access token, once, and for a refresh token when the consent outlives that. An attempt that
 * does not fit leaves the code as it is. When the right client comes a second time, the consent ends with all its tokens
 * (OAuth 2.1, authorization code reuse).
 */
export async function redeemAuthorizationCode(
  db: Database,
  grant: AuthorizationCodeGrant,
  { clientId, senderKey }: { clientId: string; senderKey?: string | undefined },
  now: number,
): Promise<TokenOutcome> {
  const codeHash = hashToken(grant.code);
  const found = await findAuthorizationCode(db, codeHash);
  if (!found) return refuse('unknown-code');
  note({ correlationId: found.consent.correlationId, consentId: found.consent.id });
  const mismatch = findMismatch({ ...grant, senderKey }, clientId, found);
  if (mismatch) return refuse(mismatch);
  const exchange = await exchangeCode(db, found, { codeHash, senderKey }, now);
  return exchange.outcome === 'refused' ? refuse(exchange.reason) : exchange;
}

const refuse = (reason: RefusalReason): TokenOutcome => ({
  outcome: 'refused',
  grantType: 'authorization_code',
  reason,
});
