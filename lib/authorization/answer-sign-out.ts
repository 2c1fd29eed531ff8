import { type Problem, problem, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { currentRegistry } from '../registry/current.ts';
import { leaveProvider } from '../sign-in/leave-provider.ts';
import type { CookieJar } from '../sign-in/sign-in-flow.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { loadSignIn } from './load-sign-in.ts';
import { signOutAtBank } from './sign-out-at-bank.ts';
import { addressAfterSignOut, signedOutQuery } from './signed-out-query.ts';

type SignOutAnswer = Problem | NonNullable<Awaited<ReturnType<typeof signOutAtBank>>>;

/**
 * "Not you?" and leaving the dashboard: ends the session, and the bank's where it offers that. The form says what the
 * customer was signed in for, and they must sign in again for it.
 */
export async function answerSignOut(
  db: Database,
  form: URLSearchParams,
  jar: CookieJar,
  now: number,
): Promise<SignOutAnswer> {
  const query = signedOutQuery(form);
  const loaded = await loadSignIn(db, query, now);
  const named = currentRegistry().providers.get(query.get('provider_id') ?? '');
  return orUnavailable<SignOutAnswer, Problem>(
    async () => {
      // A request may be refused by now: the session ends all the same.
      const { session, expired } = await leaveProvider(
        db,
        jar,
        loaded.outcome === 'accepted' ? loaded.provider : named,
        now,
      );
      if (loaded.outcome === 'problem') return loaded;
      if (loaded.outcome === 'redirect') return { ...loaded, cookies: expired };
      note({ outcome: 'signed-out' });
      const atBank = await signOutAtBank(loaded, session, jar, now);
      return atBank
        ? { ...atBank, cookies: [...expired, ...atBank.cookies] }
        : { ...redirectTo(addressAfterSignOut(loaded.query)), cookies: expired };
    },
    () =>
      loaded.outcome === 'accepted'
        ? problem('sign-out-unavailable', 503, loaded.language, {
            providerId: loaded.provider.providerId,
            next: { again: '/sign-out' },
          })
        : problem('sign-out-unavailable', 503, 'en', { next: { again: '/sign-out' } }),
  );
}
