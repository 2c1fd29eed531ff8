import { note } from '../log/request-log.ts';
import { type DataCluster, formatScope } from '../oauth/scope.ts';
import { type TokenError, tokenError } from '../oauth/token-error.ts';

/** RFC 6749 §5.1, with the consent's id as `grant_id`; a client's own token has none. */
export interface TokenResponse {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  scope: string;
  grant_id?: string;
  refresh_token?: string;
}

export type TokenOutcome =
  | { outcome: 'issued'; response: TokenResponse; correlationId: string | undefined }
  | TokenError;

export function tokenIssued(
  { id, correlationId }: { id: string; correlationId: string },
  token: { accessToken: string; expiresIn: number; clusters: DataCluster[]; refreshToken: string | undefined },
): TokenOutcome {
  const response = {
    access_token: token.accessToken,
    token_type: 'Bearer' as const,
    expires_in: token.expiresIn,
    scope: formatScope(token.clusters),
    grant_id: id,
    ...(token.refreshToken !== undefined && { refresh_token: token.refreshToken }),
  };
  return { outcome: 'issued', response, correlationId };
}

/** One text outside for every cause (SECURITY T5); the cause is in the log. */
export function invalidGrant(what: 'code' | 'refresh token', cause: string): TokenError {
  note({ outcome: cause });
  return tokenError('invalid_grant', `the ${what} is not valid for this request`);
}
