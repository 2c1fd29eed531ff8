import { type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { type AuthorizationErrorCode, errorResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';
import { type Cookies, currentSession } from '../sign-in/session.ts';
import { type Database, isUnavailable } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import { isRecentEnough, queryOfRequest } from './journey.ts';
import type { LoadedRequest } from './load.ts';
import { type ConsentPrompt, promptForConsent } from './prompt-for-consent.ts';

/** The consent to put to the customer, or where the browser goes instead: to sign in, or back to the recipient. */
export async function openConsent(
  db: Database,
  loaded: LoadedRequest,
  cookies: Cookies,
  now: number,
): Promise<ConsentPrompt | Redirect> {
  try {
    const session = await currentSession(db, cookies, loaded.provider, now);
    const isFresh = session && isRecentEnough(loaded.request, session, loaded.journey, now);
    if (loaded.request.prompt === 'none') return answerPromptNone(loaded, isFresh ? session : undefined);
    if (isFresh) return await promptForConsent(db, { ...loaded, session }, now);
    return redirectTo(signInAddress(loaded, session, now));
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return refuse(loaded, 'temporarily_unavailable', 'the server cannot answer now');
  }
}

function signInAddress({ request, journey }: LoadedRequest, session: Session | undefined, now: number): string {
  note({ outcome: 'sign-in-required' });
  const begun = journey ?? { startedAt: now };
  const query = queryOfRequest(request, { ...begun, sessionHash: session?.idHash ?? begun.sessionHash });
  return `/sign-in?${query}`;
}

/**
 * `prompt=none` (OpenID Connect Core §3.1.2.6): nothing is granted without the customer, so the error says what is
 * missing. A hint of somebody else than who is signed in counts as if nobody were (SECURITY A23).
 */
function answerPromptNone(loaded: LoadedRequest, session: Session | undefined): Redirect {
  const { request, provider } = loaded;
  const names = [session?.sub, provider.customers.find(({ sub }) => sub === session?.sub)?.username];
  const isThere = session && (request.loginHint === undefined || names.includes(request.loginHint));
  return isThere
    ? refuse(loaded, 'consent_required', 'the customer must be asked')
    : refuse(loaded, 'login_required', 'the customer must sign in');
}

function refuse({ request }: LoadedRequest, error: AuthorizationErrorCode, why: string): Redirect {
  note({ outcome: 'refused', error });
  return redirectTo(errorResponse({ ...request, issuer: issuer() }, error, why));
}
