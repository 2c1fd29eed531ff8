import { readLanguage } from '#i18n/locale.ts';
import { problem } from '../http/problem.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { readJourney } from './journey.ts';
import type { Loading } from './loaded-request.ts';
import { findPushedRequest } from './open-pushed-request.ts';
import { readRequest } from './read-request.ts';
import { fingerprintOf } from './request-hash.ts';

/** The authorization request of a query, pushed or not; read at the door, and again by whoever acts on it. */
export function loadAuthorizationRequest(db: Database, query: URLSearchParams, now: number): Promise<Loading> {
  const language = readLanguage(query);
  return orUnavailable(
    async () => {
      const journey = readJourney(query, now);
      const pushed = await findPushedRequest(db, query, journey, now);
      if (pushed.outcome === 'unknown') return problem('request-uri-unknown', 400, pushed.language ?? language);
      const loaded =
        pushed.outcome === 'found' ? readRequest(pushed.parameters, pushed.requestUri) : readRequest(query);
      if (loaded.outcome === 'problem' || loaded.outcome === 'redirect') return loaded;
      // One that was begun for another request counts as none.
      return { ...loaded, journey: journey?.request === fingerprintOf(loaded.request) ? journey : undefined };
    },
    () => problem('unavailable', 503, language),
  );
}
