import type { MismatchReason } from '../oauth/authorization-code.ts';
import { type TokenError, tokenError } from '../oauth/token-error.ts';
import type { TokenGrant } from '../oauth/token-request.ts';

/** `DPoP` for a token that is bound to a key (RFC 9449 §5). */
type TokenType = 'Bearer' | 'DPoP';
export const tokenType = (senderKey: string | undefined): TokenType => (senderKey === undefined ? 'Bearer' : 'DPoP');

/** RFC 6749 §5.1, with the consent's id as `grant_id`; a client's own token has none. */
export interface TokenResponse {
  access_token: string;
  token_type: TokenType;
  expires_in: number;
  scope: string;
  grant_id?: string;
  /** When the consent ends by itself, in epoch seconds. */
  consent_expires_at?: number;
  refresh_token?: string;
  /** What was granted, when it was asked for as authorization details (RFC 9396 §7). */
  authorization_details?: object[];
}

/** Why no token is issued: for the log. The client is told less. */
export type RefusalReason =
  | MismatchReason
  | 'unknown-code'
  | 'code-expired'
  | 'code-replayed'
  | 'unknown-refresh-token'
  | 'refresh-token-reused'
  | 'consent-ended'
  | 'consent-changed'
  | 'scope-exceeds-consent'
  | 'scope-not-for-clients'
  | 'grant-type-not-allowed'
  | 'dpop-proof-required';

interface TokenRefusal {
  outcome: 'refused';
  grantType: TokenGrant['grantType'];
  reason: RefusalReason;
}

export interface IssuedToken {
  outcome: 'issued';
  response: TokenResponse;
  correlationId: string | undefined;
}

export type TokenOutcome = IssuedToken | TokenRefusal;

/** What the client is told: whatever is wrong with a code or a refresh token has one text (SECURITY T5). */
export function tokenErrorOf({ grantType, reason }: TokenRefusal): TokenError {
  switch (reason) {
    case 'unknown-code':
    case 'wrong-client':
    case 'wrong-redirect-uri':
    case 'wrong-key':
    case 'no-challenge':
    case 'verifier-missing':
    case 'verifier-wrong':
    case 'code-expired':
    case 'code-replayed':
    case 'unknown-refresh-token':
    case 'refresh-token-reused':
    case 'consent-ended':
    case 'consent-changed': {
      const credential = grantType === 'refresh_token' ? 'refresh token' : 'code';
      return tokenError('invalid_grant', `the ${credential} is not valid for this request`);
    }
    case 'scope-exceeds-consent':
      return tokenError('invalid_scope', 'scope must be a part of what the customer allowed');
    case 'scope-not-for-clients':
      return tokenError('invalid_scope', 'only fdx:consents can be asked for');
    case 'grant-type-not-allowed':
      return tokenError('unauthorized_client', 'the grant type is not for this client');
    case 'dpop-proof-required':
      // RFC 9449 §5 names an error for a proof that is not valid; a missing one is a missing parameter.
      return tokenError('invalid_request', 'this client must send a DPoP proof (RFC 9449)');
  }
}
