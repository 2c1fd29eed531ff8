import type { AuthorizationErrorCode } from './authorization-response.ts';

/** RFC 6749 §5.2, RFC 9449 §5 and §8; for a pushed request those of §4.1.2.1 (RFC 9126 §2.3). `temporarily_unavailable` when the database is out of reach. */
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
  /** Client authentication was tried by the Authorization header, so the answer must name the scheme. */
  challenge?: boolean;
}

export const tokenError = (error: TokenErrorCode, description: string): TokenError => ({
  outcome: 'refused',
  error,
  description,
});
