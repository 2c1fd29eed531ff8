import type { ResponseTarget } from './authorization-response.ts';
import type { OAuthClient } from './client.ts';
import { findRepeated, readParameter } from './parameters.ts';
import { matchesRedirectUri } from './redirect-uri.ts';
import { readState } from './state.ts';

export type UntrustedReason =
  | 'client-id-repeated'
  | 'client-id-missing'
  | 'client-id-unknown'
  | 'client-suspended'
  | 'redirect-uri-repeated'
  | 'redirect-uri-missing'
  | 'redirect-uri-not-registered';

/**
 * The client and the address of the answer. Until both are proven there is nothing to redirect to (RFC 6749 §4.1.2.1).
 */
export function readRedirectTarget<Client extends OAuthClient>(
  parameters: URLSearchParams,
  context: { issuer: string; findRecipient(clientId: string): Client | undefined },
): { recipient: Client; target: ResponseTarget } | { reason: UntrustedReason } {
  if (findRepeated(parameters, ['client_id'])) return { reason: 'client-id-repeated' };
  const clientId = readParameter(parameters, 'client_id');
  if (!clientId) return { reason: 'client-id-missing' };
  const recipient = context.findRecipient(clientId);
  if (!recipient) return { reason: 'client-id-unknown' };
  if (recipient.status === 'suspended') return { reason: 'client-suspended' };

  if (findRepeated(parameters, ['redirect_uri'])) return { reason: 'redirect-uri-repeated' };
  const redirectUri = readParameter(parameters, 'redirect_uri');
  if (!redirectUri) return { reason: 'redirect-uri-missing' };
  const isRegistered = recipient.redirectUris.some((registered) => matchesRedirectUri(registered, redirectUri));
  if (!isRegistered) return { reason: 'redirect-uri-not-registered' };
  return { recipient, target: { redirectUri, state: readState(parameters), issuer: context.issuer } };
}
