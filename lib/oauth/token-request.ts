import { findRepeated, readParameter } from './parameters.ts';
import { type TokenError, tokenError } from './token-error.ts';

const parameters = [
  'grant_type',
  'code',
  'redirect_uri',
  'code_verifier',
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'scope',
] as const;

export interface AuthorizationCodeGrant {
  outcome: 'read';
  code: string;
  redirectUri: string;
  codeVerifier: string | undefined;
}

/** RFC 6749 §3.2: a parameter is given once; asked before the client is authenticated, because credentials repeat too. */
export function checkRepeatedParameters(form: URLSearchParams): TokenError | undefined {
  const repeated = findRepeated(form, parameters);
  return repeated && tokenError('invalid_request', `${repeated} is given more than once`);
}

/** Reads an authorization code grant (RFC 6749 §4.1.3). */
export function readTokenRequest(form: URLSearchParams): AuthorizationCodeGrant | TokenError {
  const grantType = readParameter(form, 'grant_type');
  if (!grantType) return tokenError('invalid_request', 'grant_type is missing');
  if (grantType !== 'authorization_code')
    return tokenError('unsupported_grant_type', 'grant_type must be authorization_code');
  const code = readParameter(form, 'code');
  if (!code) return tokenError('invalid_request', 'code is missing');
  const redirectUri = readParameter(form, 'redirect_uri');
  if (!redirectUri) return tokenError('invalid_request', 'redirect_uri is missing');
  return { outcome: 'read', code, redirectUri, codeVerifier: readParameter(form, 'code_verifier') };
}
