import { type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { beginSession, type Cookies, type Newcomer } from '../sign-in/session.ts';
import { type HostCookie, sessionCookie } from '../sign-in/session-cookie.ts';
import type { Database } from '../storage/database.ts';
import type { LoadedSignIn } from './loaded-sign-in.ts';

/** On to what was signed in for, with the cookie of the session. */
export type SignedIn = Redirect & { cookie?: HostCookie };

/** Begins the session of a customer who has shown who they are, and leads on to what they signed in for. */
export async function finishSignIn(
  db: Database,
  cookies: Cookies,
  { provider, journeyId, language, returnTo }: LoadedSignIn,
  customer: Newcomer,
  now: number,
): Promise<SignedIn> {
  const id = await beginSession(db, cookies, provider, { ...customer, journeyId, language }, now);
  note({ outcome: 'signed-in' });
  return { ...redirectTo(returnTo), cookie: sessionCookie(provider.providerId, id) };
}

/** Back to the recipient, or to the dashboard's beginning: the customer would rather not sign in. */
export function cancelSignIn({ requester }: LoadedSignIn): Redirect {
  note({ outcome: 'cancelled' });
  return redirectTo(requester?.refuse('access_denied', 'the customer has cancelled signing in') ?? '/consents');
}
