import type { ConsentToUse } from './granted-access.ts';
import type { IssuedAccessToken } from './issue-access-token.ts';
import { type IssuedToken, tokenType } from './token-outcome.ts';

/** The answer to a grant that a customer's consent stands behind. */
export function consentTokenResponse(
  consent: Pick<ConsentToUse, 'id' | 'expiresAt' | 'authorizationDetails'> & { correlationId: string },
  token: IssuedAccessToken,
  refreshToken: string | undefined,
): IssuedToken {
  const response = {
    access_token: token.accessToken,
    token_type: tokenType(token.senderKey),
    expires_in: token.expiresAt - token.issuedAt,
    scope: token.scope,
    grant_id: consent.id,
    consent_expires_at: consent.expiresAt,
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    ...(consent.authorizationDetails && { authorization_details: token.authorizationDetails }),
  };
  return { outcome: 'issued', response, correlationId: consent.correlationId };
}
