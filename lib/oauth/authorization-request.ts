import { type Language, readLanguage } from '#i18n/locale.ts';
import {
  checkCodeChallenge,
  checkCorrelationId,
  checkKeyThumbprint,
  checkPrompt,
  checkPushed,
  checkRepeated,
  checkResponseType,
  checkState,
  checkUnsupported,
  invalidRequest,
  type Refusal,
  readState,
  scopeRefusals,
} from './authorization-checks.ts';
import { type AuthorizationErrorCode, errorResponse } from './authorization-response.ts';
import type { OAuthClient } from './client.ts';
import { type ConsentRequest, readConsentRequest } from './consent-request.ts';
import { readParameter } from './parameters.ts';
import { readRedirectTarget, type UntrustedReason } from './redirect-target.ts';
import { type DataCluster, formatScope, readScope } from './scope.ts';
import { formatSignInRequest, readSignInRequest, type SignInRequest } from './sign-in-request.ts';

export interface AuthorizationRequest extends SignInRequest {
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

/** `untrusted` holds no URL at all, so that an open redirect cannot be written. */
export type AuthorizationRequestReading<Client, Provider> =
  | { outcome: 'untrusted'; reason: UntrustedReason }
  | { outcome: 'refused'; redirectTo: string; error: AuthorizationErrorCode; description: string }
  | {
      outcome: 'accepted';
      recipient: Client;
      provider: Provider;
      request: AuthorizationRequest;
      consentRequest: ConsentRequest | undefined;
    };

/** Whom the request may name, and what the reader may not make up by itself. */
export interface AuthorizationContext<Client, Provider> {
  issuer: string;
  findRecipient(clientId: string): Client | undefined;
  findProvider(providerId: string): Provider | undefined;
  onlyProvider: Provider | undefined;
  newCorrelationId(): string;
}

/** Reads an authorization request (RFC 6749 §4.1.1) from the decoded query, or says where and why it goes no further. */
export function readAuthorizationRequest<Client extends OAuthClient, Provider extends { providerId: string }>(
  parameters: URLSearchParams,
  context: AuthorizationContext<Client, Provider>,
  isPushed = false,
): AuthorizationRequestReading<Client, Provider> {
  // RFC 6749 §4.1.2.1: until client and redirect URI are proven, there is nothing to redirect to.
  const trust = readRedirectTarget(parameters, context);
  if ('reason' in trust) return { outcome: 'untrusted', reason: trust.reason };
  const { recipient, redirectUri } = trust;
  const state = readState(parameters);
  const refuse = ({ error, description }: Refusal) => {
    const target = { redirectUri, state, issuer: context.issuer };
    return { outcome: 'refused', redirectTo: errorResponse(target, error, description), error, description } as const;
  };

  const malformed =
    checkRepeated(parameters) ??
    checkUnsupported(parameters) ??
    checkPushed(recipient, isPushed) ??
    checkResponseType(parameters) ??
    (isPushed && !parameters.get('state') ? undefined : checkState(state)) ??
    checkCodeChallenge(parameters, recipient) ??
    checkCorrelationId(parameters) ??
    checkKeyThumbprint(parameters) ??
    checkPrompt(parameters);
  if (malformed) return refuse(malformed);

  const details = readParameter(parameters, 'authorization_details');
  const detailed = details === undefined ? undefined : readConsentRequest(details, recipient.limits ?? noLimits);
  if (detailed?.outcome === 'refused')
    return refuse({ error: 'invalid_authorization_details', description: detailed.description });
  const consentRequest = detailed?.consentRequest;

  // RFC 9396 §3.1: both may be given, and then they say the same.
  const scope = readScope(readParameter(parameters, 'scope') ?? consentRequest?.clusters.join(' '), recipient.scope);
  if (scope.outcome === 'refused') return refuse(scopeRefusals[scope.reason]);
  if (consentRequest && consentRequest.clusters.join() !== scope.clusters.join())
    return refuse(scopeRefusals['not-as-detailed']);

  const providerId = readParameter(parameters, 'provider_id');
  if (!providerId && !context.onlyProvider) return refuse(invalidRequest('provider_id is missing'));
  const provider = providerId ? context.findProvider(providerId) : context.onlyProvider;
  if (!provider) return refuse(invalidRequest('provider_id is not known here'));

  const dpopJkt = readParameter(parameters, 'dpop_jkt');
  return {
    outcome: 'accepted',
    recipient,
    provider,
    consentRequest,
    request: {
      clientId: recipient.clientId,
      redirectUri,
      state,
      scope: scope.clusters,
      ...(scope.asked && { askedScope: scope.asked }),
      providerId: provider.providerId,
      correlationId: readParameter(parameters, 'correlation_id') ?? context.newCorrelationId(),
      language: readLanguage(parameters),
      codeChallenge: readParameter(parameters, 'code_challenge'),
      ...(consentRequest && { authorizationDetails: consentRequest.asked }),
      ...(dpopJkt && { dpopJkt }),
      ...readSignInRequest(parameters),
    },
  };
}

const noLimits = { durationTypes: [] };

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
