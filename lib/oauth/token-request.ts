import { findRepeated, readParameter } from './parameters.ts';
import { type TokenError, tokenError } from './token-error.ts';

const parameters = [
  'grant_type',
  'code',
  'redirect_uri',
  'code_verifier',
  'refresh_token',
  'token',
  'token_type_hint',
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'scope',
] as const;

/** RFC 6749 §4.1.3. */
export interface AuthorizationCodeGrant {
  grantType: 'authorization_code';
  code: string;
  redirectUri: string;
  codeVerifier: string | undefined;
}

/** RFC 6749 §6. */
export interface RefreshTokenGrant {
  grantType: 'refresh_token';
  refreshToken: string;
  scope: string | undefined;
}

/** RFC 6749 §4.4. */
export interface ClientCredentialsGrant {
  grantType: 'client_credentials';
  scope: string | undefined;
}

export type TokenGrant = AuthorizationCodeGrant | RefreshTokenGrant | ClientCredentialsGrant;
type TokenRequestReading = { outcome: 'read'; grant: TokenGrant } | TokenError;

/**
 * RFC 6749 §3.2: a parameter is given once. Checked before authentication, because credentials may be repeated too.
 */
export function checkRepeatedParameters(form: URLSearchParams): TokenError | undefined {
  const repeated = findRepeated(form, parameters);
  return repeated && tokenError('invalid_request', `${repeated} is given more than once`);
}

/** Reads the grant of a token request. */
export function readTokenRequest(form: URLSearchParams): TokenRequestReading {
  const grantType = readParameter(form, 'grant_type');
  switch (grantType) {
    case undefined:
      return missing('grant_type');
    case 'authorization_code':
      return readAuthorizationCodeGrant(form);
    case 'refresh_token': {
      const refreshToken = readParameter(form, 'refresh_token');
      if (!refreshToken) return missing('refresh_token');
      return { outcome: 'read', grant: { grantType, refreshToken, scope: readParameter(form, 'scope') } };
    }
    case 'client_credentials':
      return { outcome: 'read', grant: { grantType, scope: readParameter(form, 'scope') } };
    default:
      return tokenError(
        'unsupported_grant_type',
        'grant_type must be authorization_code, refresh_token or client_credentials',
      );
  }
}

function readAuthorizationCodeGrant(form: URLSearchParams): TokenRequestReading {
  const code = readParameter(form, 'code');
  if (!code) return missing('code');
  const redirectUri = readParameter(form, 'redirect_uri');
  if (!redirectUri) return missing('redirect_uri');
  const codeVerifier = readParameter(form, 'code_verifier');
  return { outcome: 'read', grant: { grantType: 'authorization_code', code, redirectUri, codeVerifier } };
}

const missing = (name: string): TokenError => tokenError('invalid_request', `${name} is missing`);
