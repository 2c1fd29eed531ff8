import type { Language } from '#i18n/locale.ts';
import { problem } from '../http/problem.ts';
import { type Cookies, currentSession } from '../sign-in/session.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { decide } from './decide.ts';
import { newJourney, queryOfRequest } from './journey.ts';
import { openPostedDecision } from './open-posted-decision.ts';
import type { DecisionAnswer, PostedDecision } from './posted-decision.ts';
import { showAgain } from './show-again.ts';

/** Answers a posted consent page. */
export async function answerDecision(
  db: Database,
  form: URLSearchParams,
  { cookies, language }: { cookies: Cookies; language: Language },
  now: number,
): Promise<DecisionAnswer> {
  const opened = openPostedDecision(form, language, now);
  if (opened.outcome !== 'opened') return opened;
  const posted: PostedDecision = { ...opened, session: undefined };
  const { loaded } = opened;
  const unavailable = () =>
    problem('answer-unavailable', 503, loaded.request.language, {
      providerId: loaded.provider.providerId,
      next: {
        retry: `/authorize?${queryOfRequest(loaded.request, loaded.journey ?? newJourney(loaded.request, now))}`,
      },
    });
  return orUnavailable(
    async () => {
      posted.session = await currentSession(db, cookies, loaded.provider, now);
      return decide(db, posted, now);
    },
    // Reading may still work where writing does not: then nothing that was ticked is lost.
    () =>
      posted.session
        ? orUnavailable(() => showAgain(db, posted, now, { problem: 'unavailable' }), unavailable)
        : unavailable(),
  );
}
