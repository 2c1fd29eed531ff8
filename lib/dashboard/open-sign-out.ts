import { requestLanguage } from '#i18n/request.ts';
import { type Problem, problem } from '../http/problem.ts';
import { currentRegistry } from '../registry/current.ts';
import type { Provider } from '../registry/provider.ts';
import { dashboardSignInAddress } from '../sign-in/dashboard-address.ts';
import type { Cookies } from '../sign-in/session.ts';
import type { Database } from '../storage/database.ts';
import { orUnavailable } from '../storage/unavailable.ts';
import { listSignedIn } from './find-customer.ts';

/** Where a customer is signed in in this browser. */
interface SignOutPlaces {
  outcome: 'places';
  places: Awaited<ReturnType<typeof listSignedIn>>;
}

/** That they are signed out of the bank that the address names, and where they can sign in again. */
interface SignedOut {
  outcome: 'signed-out';
  provider: Provider;
  signInAddress: string;
}

export async function openSignOut(
  db: Database,
  { query, cookies }: { query: URLSearchParams; cookies: Cookies },
  now: number,
): Promise<SignOutPlaces | SignedOut | Problem> {
  const language = await requestLanguage();
  return orUnavailable<SignOutPlaces | SignedOut, Problem>(
    async () => {
      const places = await listSignedIn(db, cookies, now);
      const left = currentRegistry().providers.get(query.get('provider_id') ?? '');
      if (!left || places.some(({ provider }) => provider.providerId === left.providerId))
        return { outcome: 'places', places };
      const signInAddress = `${dashboardSignInAddress('/consents', left, language)}&prompt=login`;
      return { outcome: 'signed-out', provider: left, signInAddress };
    },
    () => problem('unavailable', 503, language),
  );
}
