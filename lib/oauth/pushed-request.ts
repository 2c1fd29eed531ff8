import type { AuthorizationRequest, ProviderlessRequest } from './authorization-request.ts';
import type { OAuthClient } from './client.ts';
import { readParameter } from './parameters.ts';
import { type AuthorizationContext, readAuthorizationRequest } from './read-authorization-request.ts';
import { type TokenError, tokenError } from './token-error.ts';

/**
 * Reads the request that an authenticated client pushes (RFC 9126 §2.1). Every fault is told to the client at once,
 * never by a page or a redirect (§2.3). `senderKey` is the key of its DPoP proof (RFC 9449 §10.1).
 */
export function readPushedRequest<
  Client extends OAuthClient,
  Provider extends { providerId: string },
  Language extends string,
>(
  form: URLSearchParams,
  clientId: string,
  context: AuthorizationContext<Client, Provider, Language>,
  senderKey?: string,
): { outcome: 'read'; request: AuthorizationRequest<Language> | ProviderlessRequest<Language> } | TokenError {
  if (readParameter(form, 'request_uri')) return tokenError('invalid_request', 'request_uri cannot be pushed');
  const parameters = new URLSearchParams(form);
  parameters.set('client_id', clientId);
  const reading = readAuthorizationRequest(parameters, context, true);
  if (reading.outcome === 'untrusted')
    return tokenError('invalid_request', 'redirect_uri must be one of those registered, and be given once');
  if (reading.outcome === 'refused') return tokenError(reading.error, reading.description);
  const { request } = reading;
  if (senderKey === undefined) return { outcome: 'read', request };
  if (request.dpopJkt !== undefined && request.dpopJkt !== senderKey)
    return tokenError('invalid_dpop_proof', 'dpop_jkt is not the key of the DPoP proof');
  return { outcome: 'read', request: { ...request, dpopJkt: senderKey } };
}
