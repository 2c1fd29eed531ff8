import { type Language, readLanguage } from '#i18n/locale.ts';
import { type Problem, problem } from '../http/problem.ts';
import { currentRegistry } from '../registry/current.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { readJourney } from './journey.ts';
import type { Loading } from './loaded-request.ts';
import { findPushedRequest } from './open-pushed-request.ts';
import { readRequest } from './read-request.ts';
import { homeOf } from './redirect-to-recipient.ts';
import { fingerprintOf } from './request-hash.ts';

/** The authorization request of a query, pushed or not; read at the door, and again by whoever acts on it. */
export function loadAuthorizationRequest(db: Database, query: URLSearchParams, now: number): Promise<Loading> {
  const language = readLanguage(query);
  return orUnavailable(
    async () => {
      const journey = readJourney(query, now);
      const pushed = await findPushedRequest(db, query, journey, now);
      if (pushed.outcome === 'unknown') return lostRequest(pushed.asked, language);
      const loaded =
        pushed.outcome === 'found' ? readRequest(pushed.parameters, pushed.requestUri) : readRequest(query);
      if (loaded.outcome === 'problem' || loaded.outcome === 'redirect') return loaded;
      // One that was begun for another request counts as none.
      return { ...loaded, journey: journey?.request === fingerprintOf(loaded.request) ? journey : undefined };
    },
    () => problem('unavailable', 503, language),
  );
}

/** Our page for a pushed request that was answered or is too old; of one that we have, with its bank and its recipient. */
function lostRequest(asked: URLSearchParams | undefined, language: Language): Problem {
  if (!asked) return problem('request-uri-unknown', 400, language);
  const recipient = currentRegistry().recipients.get(asked.get('client_id') ?? '');
  return problem('request-uri-unknown', 400, readLanguage(asked), {
    providerId: asked.get('provider_id') ?? '',
    next: recipient ? homeOf(recipient) : {},
  });
}
