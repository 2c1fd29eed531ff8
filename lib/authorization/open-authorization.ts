import type { Cookies } from '../sign-in/session.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { loadAuthorizationRequest } from './load.ts';
import { openConsent } from './open-consent.ts';
import type { DecisionAnswer } from './posted-decision.ts';
import { askForProvider, type ProviderQuestion } from './provider-question.ts';
import { refuseRequest } from './refuse-request.ts';

/** What the address of an authorization request comes to for a browser; read anew, although the door has read it. */
export async function openAuthorization(
  db: Database,
  query: URLSearchParams,
  cookies: Cookies,
  now: number,
): Promise<DecisionAnswer | ProviderQuestion> {
  const loaded = await loadAuthorizationRequest(db, query, now);
  if (loaded.outcome === 'choose-provider') return askForProvider(loaded, now);
  if (loaded.outcome !== 'accepted') return loaded;
  return orUnavailable(
    () => openConsent(db, loaded, cookies, now),
    () => refuseRequest(loaded.request, 'temporarily_unavailable', 'the server cannot answer now'),
  );
}
