import type { RefreshTokenGrant } from '../oauth/token-request.ts';
import type { Database } from '../storage/database.ts';
import type { RefreshTokenInUse } from '../storage/refresh-tokens.ts';
import { consentTokenResponse } from './consent-token-response.ts';
import { clustersWithin } from './granted-access.ts';
import { issueAccessToken } from './issue-access-token.ts';
import { recordRefresh } from './record-refresh.ts';
import type { IssuedToken, RefusalReason } from './token-outcome.ts';

export interface RefreshingClient {
  clientId: string;
  isPublic: boolean;
  /** FAPI 2.0 §5.3.2.1: the refresh tokens of this client are bound to its key and do not change. */
  keepsRefreshTokens: boolean;
  senderKey?: string | undefined;
}

type Exchange = IssuedToken | { outcome: 'refused'; reason: RefusalReason };

/** Issues what a refresh token is good for, to a client that it fits. */
export async function exchangeRefreshToken(
  db: Database,
  found: RefreshTokenInUse,
  { grant, client }: { grant: RefreshTokenGrant; client: RefreshingClient },
  now: number,
): Promise<Exchange> {
  const { consent } = found;
  const clusters = clustersWithin(consent, grant.scope);
  if (!clusters) return { outcome: 'refused', reason: 'scope-exceeds-consent' };
  const accessToken = await issueAccessToken(db, consent, { senderKey: client.senderKey, clusters }, now);
  const refresh = { token: grant.refreshToken, isKept: client.keepsRefreshTokens, accessToken };
  const rotation = await recordRefresh(db, found, refresh, now);
  if (rotation.outcome !== 'rotated') return { outcome: 'refused', reason: rotation.outcome };
  return consentTokenResponse(consent, accessToken, rotation.refreshToken);
}
