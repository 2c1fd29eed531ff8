import { type Problem, problem } from '../http/problem.ts';
import { completeUpstreamSignIn } from '../sign-in/complete-upstream-sign-in.ts';
import { listCustomerAccounts } from '../sign-in/customer-accounts.ts';
import { type CookieJar, flowLife, type SignInFlow } from '../sign-in/sign-in-flow.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { bankProblem } from './bank-problem.ts';
import { cancelSignIn, finishSignIn, type SignedIn } from './finish-sign-in.ts';
import type { LoadedSignIn } from './loaded-sign-in.ts';

/** Has the bank's answer redeemed, asks for the customer's accounts, and signs the customer in with both. */
export async function signInWithAnswer(
  db: Database,
  loaded: LoadedSignIn,
  { flow, answer, jar }: { flow: SignInFlow; answer: URLSearchParams; jar: CookieJar },
  now: number,
): Promise<Problem | SignedIn> {
  const { provider, correlationId, options, requester } = loaded;
  if (now >= flow.startedAt + flowLife) return bankProblem('sign-in-expired', loaded);
  if (provider.signIn.type !== 'oidc') return bankProblem('sign-in-refused', loaded);
  const signIn = await completeUpstreamSignIn(provider.signIn, { flow, answer, correlationId, options }, now);
  switch (signIn.outcome) {
    case 'cancelled':
      return cancelSignIn(loaded);
    case 'too-weak':
      return bankProblem('sign-in-too-weak', loaded);
    case 'refused':
      return bankProblem('sign-in-refused', loaded);
    case 'unavailable':
      return bankProblem('bank-unavailable', loaded);
    case 'signed-in':
      break;
  }
  const list = await listCustomerAccounts(provider, signIn, correlationId);
  if (list.outcome === 'unavailable') return bankProblem('accounts-unavailable', loaded);
  if (list.outcome === 'too-long') return bankProblem('accounts-too-many', loaded);
  if (list.accounts.length === 0 && requester) return bankProblem('no-accounts', loaded);
  const customer = { ...signIn.customer, accounts: list.accounts };
  return orUnavailable(
    () => finishSignIn(db, jar, loaded, customer, now),
    () =>
      problem('unavailable', 503, loaded.language, {
        providerId: provider.providerId,
        next: { retry: loaded.returnTo },
      }),
  );
}
