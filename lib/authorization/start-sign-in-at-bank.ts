import { type Problem, type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import type { HostCookie } from '../sign-in/session-cookie.ts';
import { type CookieJar, flowCookies } from '../sign-in/sign-in-flow.ts';
import { startUpstreamSignIn } from '../sign-in/start-upstream-sign-in.ts';
import type { Database } from '../storage/database.ts';
import { bankProblem } from './bank-problem.ts';
import { loadSignIn } from './load-sign-in.ts';

type Start = Problem | (Redirect & { cookies?: HostCookie[] });

/** Sends the customer to the bank's own sign-in page; the way back is remembered in one sealed cookie a flow. */
export async function startSignInAtBank(
  db: Database,
  query: URLSearchParams,
  jar: CookieJar,
  now: number,
): Promise<Start> {
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
