/** RFC 6749 §5.2; `temporarily_unavailable` when the database is out of reach. */
export type TokenErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable';

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
