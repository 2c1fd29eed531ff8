import { type Cookies, currentSession } from '../sign-in/session.ts';
import type { Database } from '../storage/database.ts';
import { isRecentEnough } from './journey.ts';
import type { LoadedRequest } from './loaded-request.ts';
import type { DecisionAnswer } from './posted-decision.ts';
import { promptForConsent } from './prompt-for-consent.ts';
import { answerPromptNone } from './prompt-none.ts';
import { sendToSignIn } from './send-to-sign-in.ts';

/** The consent to put to the customer, or where the browser goes instead: to sign in, or back to the recipient. */
export async function openConsent(
  db: Database,
  loaded: LoadedRequest,
  cookies: Cookies,
  now: number,
): Promise<DecisionAnswer> {
  const session = await currentSession(db, cookies, loaded.provider, now);
  const isFresh = session && isRecentEnough(loaded.request, session, loaded.journey, now);
  if (loaded.request.prompt === 'none') return answerPromptNone(loaded, isFresh ? session : undefined);
  return isFresh ? promptForConsent(db, { ...loaded, session }, now) : sendToSignIn(loaded, now);
}
