import type { AccessToken } from '../oauth/access-token.ts';
import type { Database } from '../storage/database.ts';
import { isRevokedAccessToken } from '../storage/revoked-access-tokens.ts';
import { readVerifiedToken } from './verified-token.ts';

/** The claims of an access token that this server signed and that has not expired; whether it was revoked is yet to be seen. */
export const readSignedAccessToken = async (
  db: Database,
  token: string,
  now: number,
): Promise<AccessToken | undefined> => readVerifiedToken(db, token, now);

/** The claims of an access token that this server signed, that has not expired and was not revoked itself. */
export async function readValidAccessToken(db: Database, token: string, now: number): Promise<AccessToken | undefined> {
  const claims = await readSignedAccessToken(db, token, now);
  return claims && !(await isRevokedAccessToken(db, claims.jti)) ? claims : undefined;
}
