import { type DataCluster, formatScope } from './scope.ts';
import { formatSignInRequest, type SignInRequest } from './sign-in-request.ts';

/** A request that may be put to a customer. `Language` lists the tags of the languages there are pages in. */
export interface AuthorizationRequest<Language extends string = string> extends SignInRequest {
  clientId: string;
  redirectUri: string;
  /** Only a pushed request may lack it. */
  state?: string | undefined;
  scope: DataCluster[];
  /** The scope as the client spelled it, where that differs from ours. */
  askedScope?: string | undefined;
  providerId: string;
  correlationId: string;
  language: Language;
  codeChallenge?: string | undefined;
  /** The authorization details (RFC 9396), as canonical JSON. */
  authorizationDetails?: string | undefined;
  /** The key that the code will be bound to (RFC 9449 §10). */
  dpopJkt?: string | undefined;
  /** The URI of a pushed request (RFC 9126 §2.2). */
  requestUri?: string | undefined;
}

/** One whose customer has yet to choose the provider. */
export type ProviderlessRequest<Language extends string = string> = Omit<
  AuthorizationRequest<Language>,
  'providerId'
> & {
  providerId?: undefined;
};

/** The canonical query of an accepted request. Reading it again gives the same request. */
export function formatAuthorizationRequest(request: AuthorizationRequest | ProviderlessRequest): URLSearchParams {
  const { codeChallenge, state, authorizationDetails, dpopJkt } = request;
  return new URLSearchParams({
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    scope: request.askedScope ?? formatScope(request.scope),
    ...(state !== undefined && { state }),
    ...(request.providerId !== undefined && { provider_id: request.providerId }),
    correlation_id: request.correlationId,
    language: request.language,
    ...(codeChallenge && { code_challenge: codeChallenge, code_challenge_method: 'S256' }),
    ...(authorizationDetails && { authorization_details: authorizationDetails }),
    ...(dpopJkt && { dpop_jkt: dpopJkt }),
    ...formatSignInRequest(request),
  });
}
