import type { AuthorizationErrorCode } from './authorization-response.ts';

/** RFC 6749 §5.2, RFC 9449 §5 and §8. A pushed request may also get those of RFC 6749 §4.1.2.1 (RFC 9126 §2.3). */
type TokenErrorCode =
  | AuthorizationErrorCode
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce';

export interface TokenError {
  outcome: 'refused';
  error: TokenErrorCode;
  description: string;
  /** The client used the Authorization header, so the answer must name the scheme. */
  challenge?: boolean;
}

export const tokenError = (error: TokenErrorCode, description: string): TokenError => ({
  outcome: 'refused',
  error,
  description,
});
