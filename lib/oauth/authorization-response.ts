/** RFC 6749 §4.1.2.1, RFC 9396 §5, OpenID Connect Core §3.1.2.6. */
export type AuthorizationErrorCode =
  | 'access_denied'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_response_type'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'request_not_supported'
  | 'request_uri_not_supported'
  | 'registration_not_supported'
  | 'unsupported_response_mode'
  | 'invalid_authorization_details'
  | 'login_required'
  | 'consent_required'
  | 'interaction_required';

/** Where an answer goes, and the parameters that every answer has. */
export interface ResponseTarget {
  redirectUri: string;
  state?: string | undefined;
  issuer: string;
}

/** The address a granted request returns to: `code`, `state`, `iss` (RFC 6749 §4.1.2, RFC 9207 §2), nothing else. */
export const successResponse = (target: ResponseTarget, code: string): string =>
  withParameters(target.redirectUri, { code, state: target.state, iss: target.issuer });

/** The address a refused request returns to; `description` is ASCII English for the recipient's developer. */
export const errorResponse = (target: ResponseTarget, error: AuthorizationErrorCode, description: string): string =>
  withParameters(target.redirectUri, {
    error,
    error_description: description,
    state: target.state,
    iss: target.issuer,
  });

// RFC 6749 §3.1.2: the query that the redirect URI already has is kept.
function withParameters(uri: string, parameters: Record<string, string | undefined>): string {
  const added = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encode(value)}`],
  );
  const separator = !uri.includes('?') ? '?' : /[?&]$/.test(uri) ? '' : '&';
  return uri + separator + added.join('&');
}

// URL parsers would rewrite an apostrophe.
const encode = (value: string) => encodeURIComponent(value).replaceAll("'", '%27');
