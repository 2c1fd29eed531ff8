import { requestLanguage } from '#i18n/request.ts';
import { type Problem, problem } from '../http/problem.ts';
import type { Cookies } from '../sign-in/session.ts';
import type { Database } from '../storage/database.ts';
import { orUnavailable } from '../storage/unavailable.ts';
import { listSignedIn } from './find-customer.ts';

/** Where a customer is signed in in this browser. */
export interface SignOutPlaces {
  outcome: 'places';
  places: Awaited<ReturnType<typeof listSignedIn>>;
}

export const openSignOut = (db: Database, cookies: Cookies, now: number): Promise<SignOutPlaces | Problem> =>
  orUnavailable(
    async () => ({ outcome: 'places' as const, places: await listSignedIn(db, cookies, now) }),
    async () => problem('unavailable', 503, await requestLanguage()),
  );
