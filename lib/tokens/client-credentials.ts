import type { Caller } from '../clients/caller.ts';
import { currentSigningKey } from '../keys/current-signing-key.ts';
import { accessTokenLife, signAccessToken } from '../oauth/access-token.ts';
import type { ClientCredentialsGrant } from '../oauth/token-request.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { type RefusalReason, type TokenOutcome, tokenType } from './token-outcome.ts';

/** The scope of a client's own token: consents, through the FDX API. */
export const consentsScope = 'fdx:consents';

/** A token for a client itself (RFC 6749 §4.4). It opens this server's own API, and no customer's data. */
export async function grantToClient(
  db: Database,
  { scope }: ClientCredentialsGrant,
  { caller, senderKey }: { caller: Caller; senderKey?: string | undefined },
  now: number,
): Promise<TokenOutcome> {
  const isAllowed = caller.kind === 'recipient' || caller.apiClient.scope.includes('consents');
  if (caller.tokenEndpointAuthMethod === 'none' || !isAllowed) return refuse('grant-type-not-allowed');
  if (scope !== undefined && scope !== consentsScope) return refuse('scope-not-for-clients');
  const claims = {
    id: crypto.randomUUID(),
    issuer: issuer(),
    audience: issuer(),
    subject: caller.clientId,
    clientId: caller.clientId,
    scope: consentsScope,
    senderKey,
    issuedAt: now,
    expiresAt: now + accessTokenLife,
  };
  const response = {
    access_token: signAccessToken(claims, await currentSigningKey(db, now)),
    token_type: tokenType(senderKey),
    expires_in: accessTokenLife,
    scope: consentsScope,
  };
  return { outcome: 'issued', response, correlationId: undefined };
}

const refuse = (reason: RefusalReason): TokenOutcome => ({
  outcome: 'refused',
  grantType: 'client_credentials',
  reason,
});
