import type { Caller } from '../clients/caller.ts';
import type { TokenGrant } from '../oauth/token-request.ts';
import type { Database } from '../storage/database.ts';
import { grantToClient } from './client-credentials.ts';
import { redeemAuthorizationCode } from './redeem.ts';
import { refreshAccess } from './refresh.ts';
import type { RefusalReason, TokenOutcome } from './token-outcome.ts';

/** Gives an authenticated client what its grant is good for (RFC 6749 §4.1.3, §4.4, §6). */
export async function grantToken(
  db: Database,
  grant: TokenGrant,
  { caller, senderKey }: { caller: Caller; senderKey: string | undefined },
  now: number,
): Promise<TokenOutcome> {
  const { grantType } = grant;
  const refuse = (reason: RefusalReason): TokenOutcome => ({ outcome: 'refused', grantType, reason });
  const recipient = caller.kind === 'recipient' ? caller.recipient : undefined;
  // FAPI 2.0 §5.3.2.1: every token is bound to a key of the client.
  if (recipient?.profile === 'fapi2' && senderKey === undefined) return refuse('dpop-proof-required');
  if (grantType === 'client_credentials') return grantToClient(db, grant, { caller, senderKey }, now);
  // No customer has consented to a machine of a provider.
  if (!recipient) return refuse('grant-type-not-allowed');
  const { clientId, profile, tokenEndpointAuthMethod } = recipient;
  if (grantType === 'authorization_code') return redeemAuthorizationCode(db, grant, { clientId, senderKey }, now);
  const isPublic = tokenEndpointAuthMethod === 'none';
  return refreshAccess(db, grant, { clientId, isPublic, keepsRefreshTokens: profile === 'fapi2', senderKey }, now);
}
