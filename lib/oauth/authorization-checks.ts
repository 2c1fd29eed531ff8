import { needsPkce, type OAuthClient } from './client.ts';
import { checkCorrelationId } from './correlation-id.ts';
import { findRepeated, readParameter } from './parameters.ts';
import { isCodeChallenge } from './pkce.ts';
import { checkPrompt } from './prompt.ts';
import { invalidRequest, type Refusal, refusal } from './refusal.ts';
import { checkState, readState } from './state.ts';

const otherParameters = [
  'response_type',
  'state',
  'scope',
  'provider_id',
  'correlation_id',
  'language',
  'ui_locales',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
  'registration',
  'response_mode',
  'authorization_details',
  'dpop_jkt',
  'prompt',
  'max_age',
  'login_hint',
  'acr_values',
] as const;

/** The first fault in the form of a request, in a fixed order; `isPushed` when it came by RFC 9126. */
export function checkAuthorizationRequest(
  parameters: URLSearchParams,
  client: OAuthClient,
  isPushed: boolean,
): Refusal | undefined {
  const mayLackState = isPushed && !parameters.get('state');
  return (
    checkRepeated(parameters) ??
    checkUnsupported(parameters) ??
    checkPushed(client, isPushed) ??
    checkResponseType(parameters) ??
    (mayLackState ? undefined : checkState(readState(parameters))) ??
    checkCodeChallenge(parameters, client) ??
    checkCorrelationId(parameters) ??
    checkKeyThumbprint(parameters) ??
    checkPrompt(parameters)
  );
}

function checkRepeated(parameters: URLSearchParams): Refusal | undefined {
  const repeated = findRepeated(parameters, otherParameters);
  return repeated && invalidRequest(repeated, 'is given more than once');
}

function checkUnsupported(parameters: URLSearchParams): Refusal | undefined {
  const isGiven = (name: string) => readParameter(parameters, name) !== undefined;
  if (isGiven('request') && isGiven('request_uri')) return invalidRequest('request', 'and request_uri are both given');
  if (isGiven('request')) return refusal('request_not_supported', 'request', 'is not supported here');
  if (isGiven('request_uri')) return refusal('request_uri_not_supported', 'request_uri', 'is not supported here');
  if (isGiven('registration')) return refusal('registration_not_supported', 'registration', 'is not supported here');
  if ((readParameter(parameters, 'response_mode') ?? 'query') !== 'query')
    return refusal('unsupported_response_mode', 'response_mode', 'must be query');
  return undefined;
}

// FAPI 2.0 §5.3.2.2: a request that was not pushed may have been changed on the way.
const checkPushed = (client: OAuthClient, isPushed: boolean) =>
  client.profile === 'fapi2' && !isPushed
    ? invalidRequest('request_uri', 'is missing: this client must push its requests (RFC 9126)')
    : undefined;

// RFC 9449 §10: the SHA-256 thumbprint of the key that the code will be bound to.
function checkKeyThumbprint(parameters: URLSearchParams): Refusal | undefined {
  const thumbprint = readParameter(parameters, 'dpop_jkt');
  if (thumbprint === undefined || /^[A-Za-z0-9_-]{43}$/.test(thumbprint)) return undefined;
  return invalidRequest('dpop_jkt', 'must be 43 characters of base64url');
}

function checkResponseType(parameters: URLSearchParams): Refusal | undefined {
  const responseType = readParameter(parameters, 'response_type');
  if (!responseType) return invalidRequest('response_type', 'is missing');
  if (responseType === 'code') return undefined;
  return refusal('unsupported_response_type', 'response_type', 'must be code');
}

// RFC 7636 §4.4.1. A missing method means `plain` (§4.3), which RFC 9700 §2.1.1 rules out.
function checkCodeChallenge(parameters: URLSearchParams, client: OAuthClient): Refusal | undefined {
  const challenge = readParameter(parameters, 'code_challenge');
  const method = readParameter(parameters, 'code_challenge_method');
  if (!challenge && needsPkce(client)) return invalidRequest('code_challenge', 'is required of this client');
  if (!challenge && method) return invalidRequest('code_challenge_method', 'is given without code_challenge');
  if (challenge && method !== 'S256') return invalidRequest('code_challenge_method', 'must be S256');
  if (challenge && !isCodeChallenge(challenge))
    return invalidRequest('code_challenge', 'must be 43 characters of base64url');
  return undefined;
}
