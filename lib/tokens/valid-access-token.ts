import { publicKeys } from '../keys/current-signing-key.ts';
import { type AccessToken, readAccessToken } from '../oauth/access-token.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { isRevokedAccessToken } from '../storage/revoked-access-tokens.ts';

/** The claims of an access token that this server signed and that has not expired; whether it was revoked is yet to be seen. */
export const readSignedAccessToken = async (
  db: Database,
  token: string,
  now: number,
): Promise<AccessToken | undefined> => readAccessToken(token, await publicKeys(db, now), { issuer: issuer(), now });

/** The claims of an access token that this server signed, that has not expired and was not revoked itself. */
export async function readValidAccessToken(db: Database, token: string, now: number): Promise<AccessToken | undefined> {
  const claims = await readSignedAccessToken(db, token, now);
  return claims && !(await isRevokedAccessToken(db, claims.jti)) ? claims : undefined;
}
