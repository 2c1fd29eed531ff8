import { findPublishedKey } from '../keys/known-keys.ts';
import { hashToken } from '../keys/random-token.ts';
import { type AccessToken, isInForce, signingKeyOf, verifyAccessToken } from '../oauth/access-token.ts';
import { issuer } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import type { Database } from '../storage/database.ts';

/** The most tokens whose signature is remembered: those that are asked about again and again. */
export const mostRemembered = 1000;

/**
 * The claims of a token that this server signed and that has not expired. A signature is checked once and remembered, by
 * the hash of the token; that its key is still published is asked each time.
 */
export async function readVerifiedToken(db: Database, token: string, now: number): Promise<AccessToken | undefined> {
  const kid = signingKeyOf(token);
  const key = kid === undefined ? undefined : await findPublishedKey(db, kid, now);
  if (!key) return undefined;
  const remembered = processWide('verified-tokens', () => new Map<string, AccessToken>());
  const hash = hashToken(token);
  const claims = remembered.get(hash) ?? verifyAccessToken(token, key);
  // The one that was asked about last goes last.
  remembered.delete(hash);
  if (!claims || !isInForce(claims, { issuer: issuer(), now })) return undefined;
  remembered.set(hash, claims);
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value ?? hash);
  return claims;
}
