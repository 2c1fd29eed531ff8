import { readAskedData } from './asked-data.ts';
import { checkAuthorizationRequest } from './authorization-checks.ts';
import type { AuthorizationRequestReading } from './authorization-request-reading.ts';
import type { OAuthClient } from './client.ts';
import { readParameter } from './parameters.ts';
import { readRedirectTarget } from './redirect-target.ts';
import { invalidRequest, refusal, refuse } from './refusal.ts';
import { readRequestParameters } from './request-parameters.ts';

/** What the reader has to look up. */
export interface AuthorizationContext<Client, Provider, Language extends string = string> {
  issuer: string;
  findRecipient(clientId: string): Client | undefined;
  findProvider(providerId: string): Provider | undefined;
  onlyProvider: Provider | undefined;
  readLanguage(parameters: URLSearchParams): Language;
  newCorrelationId(): string;
}

/** Reads an authorization request (RFC 6749 §4.1.1) from the decoded query; `isPushed` when it came by RFC 9126. */
export function readAuthorizationRequest<
  Client extends OAuthClient,
  Provider extends { providerId: string },
  Language extends string,
>(
  parameters: URLSearchParams,
  context: AuthorizationContext<Client, Provider, Language>,
  isPushed = false,
): AuthorizationRequestReading<Client, Provider, Language> {
  // RFC 6749 §4.1.2.1: until client and redirect URI are proven, there is nothing to redirect to.
  const trust = readRedirectTarget(parameters, context);
  if ('reason' in trust) return { outcome: 'untrusted', reason: trust.reason };
  const { recipient, target } = trust;

  const fault = checkAuthorizationRequest(parameters, recipient, isPushed);
  if (fault) return refuse(target, fault);
  const asked = readAskedData(parameters, recipient);
  if ('error' in asked) return refuse(target, asked);

  const { clientId } = recipient;
  const known = { clientId, redirectUri: target.redirectUri, state: target.state };
  const language = context.readLanguage(parameters);
  const request = readRequestParameters(parameters, asked, { ...known, language }, context.newCorrelationId);
  if ('error' in request) return refuse(target, request);
  const providerId = readParameter(parameters, 'provider_id');
  const provider = providerId ? context.findProvider(providerId) : context.onlyProvider;
  if (provider)
    return {
      outcome: 'accepted',
      recipient,
      provider,
      request: { ...request, providerId: provider.providerId },
      consentRequest: asked.consentRequest,
    };
  if (providerId) return refuse(target, invalidRequest('provider_id', 'is not known here'));
  // OpenID Connect Core §3.1.2.1: with prompt=none no page is shown.
  if (request.prompt === 'none')
    return refuse(target, refusal('interaction_required', 'provider_id', 'is missing: the customer must choose one'));
  return { outcome: 'choose-provider', recipient, request };
}
