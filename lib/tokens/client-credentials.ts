import { randomUUID } from 'node:crypto';
import type { Caller } from '../clients/caller.ts';
import { accessTokenLife } from '../consent/decision.ts';
import { signingKey } from '../keys/current-signing-key.ts';
import { signAccessToken } from '../oauth/access-token.ts';
import { tokenError } from '../oauth/token-error.ts';
import type { ClientCredentialsGrant } from '../oauth/token-request.ts';
import { now } from '../process/clock.ts';
import { issuer } from '../process/environment.ts';
import { type TokenOutcome, tokenType } from './token-response.ts';

/** The scope of a client's own token: consents, through the FDX API. */
export const consentsScope = 'fdx:consents';

/** A token for a client itself (RFC 6749 §4.4): it opens this server's own API, and no customer's data. */
export async function grantToClient(
  { scope }: ClientCredentialsGrant,
  caller: Caller,
  senderKey?: string,
): Promise<TokenOutcome> {
  const isAllowed = caller.kind === 'recipient' || caller.apiClient.scope.includes('consents');
  if (caller.tokenEndpointAuthMethod === 'none' || !isAllowed)
    return tokenError('unauthorized_client', 'the grant type is not for this client');
  if (scope !== undefined && scope !== consentsScope)
    return tokenError('invalid_scope', `only ${consentsScope} can be asked for`);
  const issuedAt = now();
  const claims = {
    id: randomUUID(),
    issuer: issuer(),
    audience: issuer(),
    subject: caller.clientId,
    clientId: caller.clientId,
    scope: consentsScope,
    senderKey,
    issuedAt,
    expiresAt: issuedAt + accessTokenLife,
  };
  const access_token = await signAccessToken(claims, await signingKey());
  const response = {
    access_token,
    token_type: tokenType(senderKey),
    expires_in: accessTokenLife,
    scope: consentsScope,
  };
  return { outcome: 'issued', response, correlationId: undefined };
}
