import { readLanguage } from '#i18n/locale.ts';
import {
  type Problem,
  type ProblemName,
  problem,
  type Redirect,
  redirectTo,
  type UpstreamProblem,
} from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { type AccountList, listFdxAccounts } from '../sign-in/fdx-accounts.ts';
import { beginSession, type Cookies } from '../sign-in/session.ts';
import { type HostCookie, sessionCookie } from '../sign-in/session-cookie.ts';
import {
  type CookieJar,
  expiredFlowCookies,
  findFlow,
  flowCookies,
  flowLife,
  type SignInFlow,
} from '../sign-in/sign-in-flow.ts';
import { completeUpstreamSignIn, startUpstreamSignIn, type UpstreamOutcome } from '../sign-in/upstream-sign-in.ts';
import { type Database, isUnavailable } from '../storage/database.ts';
import { type LoadedSignIn, loadSignIn } from './load-sign-in.ts';

type Jar = Cookies & CookieJar;
type Start = Problem | (Redirect & { cookies?: HostCookie[] });

/** Sends the customer to the bank's own sign-in page; the way back is remembered in one sealed cookie a flow. */
export async function startSignInAtBank(db: Database, query: URLSearchParams, jar: Jar, now: number): Promise<Start> {
  const loaded = await loadSignIn(db, query, now);
  if (loaded.outcome !== 'accepted') return loaded;
  const { signIn } = loaded.provider;
  if (signIn.type !== 'oidc') return redirectTo(`/sign-in?${loaded.query}`);
  // "Not you?" asks for a new sign-in on top of what the request asks for.
  const isForced = loaded.options.isForced || query.get('prompt') === 'login';
  const started = await startUpstreamSignIn(signIn, loaded, { ...loaded.options, isForced }, now);
  if (!started) return bankProblem('bank-unavailable', loaded);
  note({ outcome: 'sent-to-bank' });
  return { ...redirectTo(started.address), cookies: flowCookies(started.flow, jar) };
}

/** Takes the bank's answer once: a session and the way on, or what went wrong. */
export async function completeSignInAtBank(
  db: Database,
  answer: URLSearchParams,
  jar: Jar,
  now: number,
): Promise<{ answer: Problem | Redirect; cookies: HostCookie[] }> {
  const [state, ...more] = answer.getAll('state');
  const flow = state && more.length === 0 ? findFlow(state, jar) : undefined;
  if (!state || !flow) return { answer: problem('sign-in-lost', 400, readLanguage(answer)), cookies: [] };
  const expired = expiredFlowCookies(state, jar);
  const loaded = await loadSignIn(db, new URLSearchParams(flow.query), now);
  if (loaded.outcome !== 'accepted') return { answer: loaded, cookies: expired };
  const completed = await complete(db, loaded, { flow, answer, jar }, now);
  const cookies = 'cookie' in completed ? [...expired, completed.cookie] : expired;
  return { answer: completed, cookies };
}

async function complete(
  db: Database,
  loaded: LoadedSignIn,
  { flow, answer, jar }: { flow: SignInFlow; answer: URLSearchParams; jar: Jar },
  now: number,
): Promise<Problem | Redirect | (Redirect & { cookie: HostCookie })> {
  const { provider, correlationId, options, requester } = loaded;
  if (now >= flow.startedAt + flowLife) return bankProblem('sign-in-expired', loaded);
  if (provider.signIn.type !== 'oidc') return bankProblem('sign-in-refused', loaded);
  const signIn = await completeUpstreamSignIn(provider.signIn, { flow, answer, correlationId, options }, now);
  switch (signIn.outcome) {
    case 'cancelled':
      note({ outcome: 'cancelled' });
      return redirectTo(requester?.refuse('access_denied', 'the customer has cancelled signing in') ?? '/consents');
    case 'refused':
      return bankProblem('sign-in-refused', loaded);
    case 'unavailable':
      return bankProblem('bank-unavailable', loaded);
    case 'signed-in':
      break;
  }
  const list = await listAccounts(loaded, signIn);
  if (list.outcome === 'unavailable') return bankProblem('accounts-unavailable', loaded);
  if (list.accounts.length === 0 && requester) return bankProblem('no-accounts', loaded);
  try {
    const id = await beginSession(db, jar, provider, { ...signIn.customer, accounts: list.accounts }, now);
    note({ outcome: 'signed-in' });
    return { ...redirectTo(loaded.returnTo), cookie: sessionCookie(provider.providerId, id) };
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problem('unavailable', 503, loaded.language);
  }
}

async function listAccounts(
  { provider, correlationId }: LoadedSignIn,
  { customer, accessToken }: Extract<UpstreamOutcome, { outcome: 'signed-in' }>,
): Promise<AccountList> {
  if (provider.accounts.type === 'fdx')
    return listFdxAccounts(provider.accounts.base_uri, { accessToken, correlationId });
  return { outcome: 'listed', accounts: provider.customers.find(({ sub }) => sub === customer.sub)?.accounts ?? [] };
}

const statuses = {
  'sign-in-expired': 400,
  'sign-in-refused': 502,
  'bank-unavailable': 503,
  'accounts-unavailable': 503,
  'no-accounts': 200,
} as const satisfies Partial<Record<ProblemName, number>>;

/** When the bank did not bring the customer in: the same once more, or back to the recipient. */
function bankProblem(
  name: Exclude<UpstreamProblem, 'sign-in-lost'>,
  { returnTo, requester, language }: LoadedSignIn,
): Problem {
  const error = name === 'sign-in-expired' || name === 'no-accounts' ? 'access_denied' : 'temporarily_unavailable';
  const giveUp = requester && {
    address: requester.refuse(error, 'the customer could not be signed in at the provider'),
    recipient: requester.name[language],
  };
  return problem(name, statuses[name], language, { next: { retry: returnTo, giveUp } });
}
