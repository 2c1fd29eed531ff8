import type { Cookies } from '../sign-in/session.ts';
import type { Database } from '../storage/database.ts';
import type { DecisionAnswer } from './answer-decision.ts';
import { loadAuthorizationRequest } from './load.ts';
import { openConsent } from './open-consent.ts';

/** What the address of an authorization request comes to for a browser; read anew, although the door has read it. */
export async function openAuthorization(
  db: Database,
  query: URLSearchParams,
  cookies: Cookies,
  now: number,
): Promise<DecisionAnswer> {
  const loaded = await loadAuthorizationRequest(db, query, now);
  return loaded.outcome === 'accepted' ? openConsent(db, loaded, cookies, now) : loaded;
}
