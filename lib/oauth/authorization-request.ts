import { readAskedData } from './asked-data.ts';
import { checkAuthorizationRequest } from './authorization-checks.ts';
import { type AuthorizationErrorCode, errorResponse } from './authorization-response.ts';
import type { OAuthClient } from './client.ts';
import type { ConsentRequest } from './consent-request.ts';
import { readParameter } from './parameters.ts';
import { readRedirectTarget, type UntrustedReason } from './redirect-target.ts';
import { invalidRequest, type Refusal } from './refusal.ts';
import { type DataCluster, formatScope } from './scope.ts';
import { formatSignInRequest, readSignInRequest, type SignInRequest } from './sign-in-request.ts';
import { readState } from './state.ts';

/** `Language` is the set of tags that the server has pages in. */
export interface AuthorizationRequest<Language extends string = string> extends SignInRequest {
  clientId: string;
  redirectUri: string;
  /** Only a pushed request may have none. */
  state?: string | undefined;
  scope: DataCluster[];
  /** The scope in the spelling in which it was asked for, where that is another. */
  askedScope?: string | undefined;
  providerId: string;
  correlationId: string;
  language: Language;
  codeChallenge?: string | undefined;
  /** What is asked by RFC 9396, as canonical JSON. */
  authorizationDetails?: string | undefined;
  /** The key that the code will be bound to (RFC 9449 §10). */
  dpopJkt?: string | undefined;
  /** Under which the request was pushed (RFC 9126 §2.2). */
  requestUri?: string | undefined;
}

type ProviderlessRequest<Language extends string> = Omit<AuthorizationRequest<Language>, 'providerId'>;

/** `untrusted` holds no URL at all, so that an open redirect cannot be written. */
export type AuthorizationRequestReading<Client, Provider, Language extends string = string> =
  | { outcome: 'untrusted'; reason: UntrustedReason }
  | { outcome: 'refused'; redirectTo: string; error: AuthorizationErrorCode; description: string }
  | {
      /** No provider is named, and there are several: the request goes on with the one that the customer chooses. */
      outcome: 'choose-provider';
      recipient: Client;
      request: ProviderlessRequest<Language>;
    }
  | {
      outcome: 'accepted';
      recipient: Client;
      provider: Provider;
      request: AuthorizationRequest<Language>;
      consentRequest: ConsentRequest | undefined;
    };

/** What a request may name at this server, and what the reader cannot decide by itself. */
export interface AuthorizationContext<Client, Provider, Language extends string = string> {
  issuer: string;
  findRecipient(clientId: string): Client | undefined;
  findProvider(providerId: string): Provider | undefined;
  onlyProvider: Provider | undefined;
  readLanguage(parameters: URLSearchParams): Language;
  newCorrelationId(): string;
}

/** Reads an authorization request (RFC 6749 §4.1.1) from the decoded query, or says where and why it goes no further. */
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
  const { recipient, redirectUri } = trust;
  const state = readState(parameters);
  const refuse = ({ error, description }: Refusal) => {
    const target = { redirectUri, state, issuer: context.issuer };
    return { outcome: 'refused', redirectTo: errorResponse(target, error, description), error, description } as const;
  };

  const fault = checkAuthorizationRequest(parameters, recipient, isPushed);
  if (fault) return refuse(fault);
  const asked = readAskedData(parameters, recipient);
  if ('error' in asked) return refuse(asked);
  const { clusters, askedScope, consentRequest } = asked;

  const dpopJkt = readParameter(parameters, 'dpop_jkt');
  const request = {
    clientId: recipient.clientId,
    redirectUri,
    state,
    scope: clusters,
    ...(askedScope && { askedScope }),
    correlationId: readParameter(parameters, 'correlation_id') ?? context.newCorrelationId(),
    language: context.readLanguage(parameters),
    codeChallenge: readParameter(parameters, 'code_challenge'),
    ...(consentRequest && { authorizationDetails: consentRequest.asked }),
    ...(dpopJkt && { dpopJkt }),
    ...readSignInRequest(parameters),
  };

  const providerId = readParameter(parameters, 'provider_id');
  const provider = providerId ? context.findProvider(providerId) : context.onlyProvider;
  if (provider)
    return {
      outcome: 'accepted',
      recipient,
      provider,
      request: { ...request, providerId: provider.providerId },
      consentRequest,
    };
  if (providerId) return refuse(invalidRequest('provider_id is not known here'));
  // OpenID Connect Core §3.1.2.1: with prompt=none no page is shown.
  if (request.prompt === 'none')
    return refuse({ error: 'login_required', description: 'the customer must choose a provider' });
  return { outcome: 'choose-provider', recipient, request };
}

/** The canonical query of an accepted request: reading it again gives the same request. */
export function formatAuthorizationRequest(request: AuthorizationRequest): URLSearchParams {
  const { codeChallenge, state, authorizationDetails, dpopJkt } = request;
  return new URLSearchParams({
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    scope: request.askedScope ?? formatScope(request.scope),
    ...(state !== undefined && { state }),
    provider_id: request.providerId,
    correlation_id: request.correlationId,
    language: request.language,
    ...(codeChallenge && { code_challenge: codeChallenge, code_challenge_method: 'S256' }),
    ...(authorizationDetails && { authorization_details: authorizationDetails }),
    ...(dpopJkt && { dpop_jkt: dpopJkt }),
    ...formatSignInRequest(request),
  });
}
