import { note } from '../log/request-log.ts';
import { formatScope } from '../oauth/scope.ts';
import { type TokenError, tokenError } from '../oauth/token-error.ts';
import type { ConsentToUse, IssuedAccessToken } from './issue-access-token.ts';

/** `DPoP` for a token that is bound to a key (RFC 9449 §5). */
export type TokenType = 'Bearer' | 'DPoP';
export const tokenType = (senderKey: string | undefined): TokenType => (senderKey === undefined ? 'Bearer' : 'DPoP');

/** RFC 6749 §5.1, with the consent's id as `grant_id`; a client's own token has none. */
export interface TokenResponse {
  access_token: string;
  token_type: TokenType;
  expires_in: number;
  scope: string;
  grant_id?: string;
  refresh_token?: string;
  /** What was granted, where it was asked for so (RFC 9396 §7). */
  authorization_details?: object[];
}

export type TokenOutcome =
  | { outcome: 'issued'; response: TokenResponse; correlationId: string | undefined }
  | TokenError;

export function tokenIssued(
  consent: Pick<ConsentToUse, 'id' | 'askedScope' | 'authorizationDetails'> & { correlationId: string },
  token: IssuedAccessToken,
  refreshToken: string | undefined,
): TokenOutcome {
  const response = {
    access_token: token.accessToken,
    token_type: tokenType(token.senderKey),
    expires_in: token.expiresAt - token.issuedAt,
    scope: formatScope(token.clusters, consent.askedScope),
    grant_id: consent.id,
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    ...(consent.authorizationDetails && { authorization_details: token.authorizationDetails }),
  };
  return { outcome: 'issued', response, correlationId: consent.correlationId };
}

/** One text outside for every cause (SECURITY T5); the cause is in the log. */
export function invalidGrant(what: 'code' | 'refresh token', cause: string): TokenError {
  note({ outcome: cause });
  return tokenError('invalid_grant', `the ${what} is not valid for this request`);
}
