import type { Caller } from '../clients/caller.ts';
import type { Database } from '../storage/database.ts';
import { type Introspection, introspectAccessToken } from './introspect-access-token.ts';
import { introspectRefreshToken } from './introspect-refresh-token.ts';
import { readSignedAccessToken } from './valid-access-token.ts';

/**
 * What a token opens now, for the recipient that holds it or a resource server of its provider (RFC 7662 §2.2). Another
 * client's token is reported inactive, as is one that is expired, revoked or unknown.
 */
export async function introspectToken(
  db: Database,
  token: string,
  caller: Caller,
  now: number,
): Promise<Introspection> {
  const claims = await readSignedAccessToken(db, token, now);
  return claims ? introspectAccessToken(db, claims, caller, now) : introspectRefreshToken(db, token, caller, now);
}
