import type { AuthorizationErrorCode } from './authorization-response.ts';
import { needsPkce, type OAuthClient } from './client.ts';
import { findRepeated, readParameter } from './parameters.ts';
import { isCodeChallenge } from './pkce.ts';

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

export type Refusal = { error: AuthorizationErrorCode; description: string };

export const invalidRequest = (description: string): Refusal => ({ error: 'invalid_request', description });

// A state that cannot be given back byte for byte is not given back: U+FFFD stands where the bytes were not UTF-8.
export function readState(parameters: URLSearchParams): string | undefined {
  const [state, ...more] = parameters.getAll('state');
  return state && more.length === 0 && [...state].length <= 2000 && !state.includes('\ufffd') ? state : undefined;
}

export const checkState = (state: string | undefined) =>
  state === undefined ? invalidRequest('state is missing, not UTF-8, or longer than 2000 characters') : undefined;

export function checkRepeated(parameters: URLSearchParams): Refusal | undefined {
  const repeated = findRepeated(parameters, otherParameters);
  return repeated && invalidRequest(`${repeated} is given more than once`);
}

export function checkUnsupported(parameters: URLSearchParams): Refusal | undefined {
  const isGiven = (name: string) => readParameter(parameters, name) !== undefined;
  if (isGiven('request') && isGiven('request_uri')) return invalidRequest('request and request_uri are both given');
  if (isGiven('request'))
    return { error: 'request_not_supported', description: 'request objects are not supported here' };
  if (isGiven('request_uri'))
    return { error: 'request_uri_not_supported', description: 'request_uri is not supported here' };
  if (isGiven('registration'))
    return { error: 'registration_not_supported', description: 'registration is not supported here' };
  if ((readParameter(parameters, 'response_mode') ?? 'query') !== 'query')
    return { error: 'unsupported_response_mode', description: 'response_mode must be query' };
  return undefined;
}

/** FAPI 2.0 §5.3.2.2: what was not pushed may have been changed on the way. */
export const checkPushed = (client: OAuthClient, isPushed: boolean): Refusal | undefined =>
  client.profile === 'fapi2' && !isPushed ? invalidRequest('this client must push its requests (RFC 9126)') : undefined;

/** The values of `prompt` that are known here (OpenID Connect Core §3.1.2.1). */
export const prompts = ['none', 'login', 'consent', 'select_account'];

/** The values of `prompt`, without spaces too many. */
export const readPrompt = (parameters: URLSearchParams): string[] =>
  (readParameter(parameters, 'prompt') ?? '').split(' ').filter((value) => value !== '');

/** OpenID Connect Core §3.1.2.1: how the customer is to be asked who they are. */
export function checkPrompt(parameters: URLSearchParams): Refusal | undefined {
  const values = readPrompt(parameters);
  if (!values.every((value) => prompts.includes(value))) return invalidRequest('prompt holds a value not known here');
  if (values.includes('none') && values.length > 1) return invalidRequest('prompt=none stands alone');
  const maxAge = readParameter(parameters, 'max_age');
  if (maxAge !== undefined && !/^\d{1,9}$/.test(maxAge)) return invalidRequest('max_age must be a number of seconds');
  return undefined;
}

/** RFC 9449 §10: the SHA-256 thumbprint of the key that the code will be bound to. */
export function checkKeyThumbprint(parameters: URLSearchParams): Refusal | undefined {
  const thumbprint = readParameter(parameters, 'dpop_jkt');
  if (thumbprint === undefined || /^[A-Za-z0-9_-]{43}$/.test(thumbprint)) return undefined;
  return invalidRequest('dpop_jkt must be 43 characters of base64url');
}

export function checkResponseType(parameters: URLSearchParams): Refusal | undefined {
  const responseType = readParameter(parameters, 'response_type');
  if (!responseType) return invalidRequest('response_type is missing');
  if (responseType === 'code') return undefined;
  return { error: 'unsupported_response_type', description: 'response_type must be code' };
}

// RFC 7636 §4.4.1; a missing method means `plain` (§4.3), which RFC 9700 §2.1.1 rules out.
export function checkCodeChallenge(parameters: URLSearchParams, client: OAuthClient): Refusal | undefined {
  const challenge = readParameter(parameters, 'code_challenge');
  const method = readParameter(parameters, 'code_challenge_method');
  if (!challenge && needsPkce(client)) return invalidRequest('code_challenge is required of this client');
  if (!challenge && method) return invalidRequest('code_challenge_method is given without code_challenge');
  if (challenge && method !== 'S256') return invalidRequest('code_challenge_method must be S256');
  if (challenge && !isCodeChallenge(challenge))
    return invalidRequest('code_challenge must be 43 characters of base64url');
  return undefined;
}

export function checkCorrelationId(parameters: URLSearchParams): Refusal | undefined {
  const correlationId = readParameter(parameters, 'correlation_id');
  if (correlationId === undefined || /^[A-Za-z0-9._~-]{1,128}$/.test(correlationId)) return undefined;
  return invalidRequest('correlation_id must be 1 to 128 characters of A-Z a-z 0-9 - . _ ~');
}

export const scopeRefusals = {
  empty: { error: 'invalid_scope', description: 'scope is missing' },
  unknown: { error: 'invalid_scope', description: 'scope holds a value that is not known here' },
  'not-allowed': { error: 'invalid_scope', description: 'scope holds more than this client may ask for' },
  'no-account-basic': { error: 'invalid_scope', description: 'scope must hold ACCOUNT_BASIC' },
  'not-as-detailed': { error: 'invalid_scope', description: 'scope and authorization_details do not agree' },
} as const satisfies Record<string, Refusal>;
