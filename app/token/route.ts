import type { Caller } from '#lib/clients/caller.ts';
import { apiResponse } from '#lib/http/api-response.ts';
import { note } from '#lib/log/request-log.ts';
import { tokenError } from '#lib/oauth/token-error.ts';
import { readTokenRequest, type TokenGrant } from '#lib/oauth/token-request.ts';
import { grantToClient } from '#lib/tokens/client-credentials.ts';
import { redeemAuthorizationCode } from '#lib/tokens/redeem.ts';
import { refreshAccess } from '#lib/tokens/refresh.ts';
import type { TokenOutcome } from '#lib/tokens/token-response.ts';
import { formApi, onlyPost } from '../form-api.ts';

/** RFC 6749 §3.2: authenticate the client, read the grant, give what it is good for. */
export const POST = formApi(async ({ form, caller, senderKey }) => {
  const reading = readTokenRequest(form);
  if (reading.outcome === 'refused') return reading;
  const redemption = await redeem(reading.grant, caller, senderKey);
  if (redemption.outcome === 'refused') return redemption;
  note({ outcome: 'issued' });
  const { correlationId } = redemption;
  return apiResponse(redemption.response, 200, correlationId ? { 'x-fapi-interaction-id': correlationId } : {});
});

async function redeem(grant: TokenGrant, caller: Caller, senderKey: string | undefined): Promise<TokenOutcome> {
  // FAPI 2.0 §5.3.2.1: every token is bound to a key of the client.
  if (caller.kind === 'recipient' && caller.recipient.profile === 'fapi2' && senderKey === undefined)
    return tokenError('invalid_dpop_proof', 'this client must send a DPoP proof (RFC 9449)');
  if (grant.grantType === 'client_credentials') return grantToClient(grant, caller, senderKey);
  // A machine of a provider is no recipient: no customer has consented to it.
  if (caller.kind !== 'recipient') return tokenError('unauthorized_client', 'the grant type is not for this client');
  return grant.grantType === 'refresh_token'
    ? refreshAccess(grant, caller.recipient, senderKey)
    : redeemAuthorizationCode(grant, caller.recipient, senderKey);
}

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
