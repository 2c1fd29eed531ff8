import { type Problem, problem, type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { currentRegistry } from '../registry/current.ts';
import { dashboardMark } from '../sign-in/dashboard-address.ts';
import { type Cookies, currentSession, endSession } from '../sign-in/session.ts';
import { expiredSessionCookie, type HostCookie } from '../sign-in/session-cookie.ts';
import { type CookieJar, flowCookies } from '../sign-in/sign-in-flow.ts';
import { startUpstreamSignOut } from '../sign-in/upstream-sign-out.ts';
import { type Database, isUnavailable } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import { type LoadedSignIn, loadSignIn } from './load-sign-in.ts';

export type SignOutAnswer = Problem | (Redirect & { cookies: HostCookie[] });

/**
 * "Not you?" and leaving the dashboard: ends the session, and the bank's where it offers that. The form says what the
 * customer was signed in for, and they must sign in again for it.
 */
export async function answerSignOut(
  db: Database,
  form: URLSearchParams,
  cookies: Cookies & CookieJar,
  now: number,
): Promise<SignOutAnswer> {
  const query = queryOf(form);
  const loaded = await loadSignIn(db, query, now);
  const named = currentRegistry().providers.get(query.get('provider_id') ?? '');
  const provider = loaded.outcome === 'accepted' ? loaded.provider : named;
  try {
    // A request may be refused by now: the session ends all the same.
    const session = provider && (await currentSession(db, cookies, provider, now));
    if (provider) await endSession(db, cookies, provider.providerId);
    const expired = provider ? [expiredSessionCookie(provider.providerId)] : [];
    if (loaded.outcome === 'problem') return loaded;
    if (loaded.outcome === 'redirect') return { ...loaded, cookies: expired };
    note({ outcome: 'signed-out' });
    const atBank = await signOutAtBank(loaded, session, now);
    if (atBank) return { ...redirectTo(atBank.address), cookies: [...expired, ...flowCookies(atBank.flow, cookies)] };
    loaded.query.set('prompt', 'login');
    return { ...redirectTo(`/sign-in?${loaded.query}`), cookies: expired };
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problem('unavailable', 503, loaded.outcome === 'accepted' ? loaded.language : 'en');
  }
}

// The consent page says by its request what it is for, the dashboard by its provider.
function queryOf(form: URLSearchParams): URLSearchParams {
  if (form.has('query')) return new URLSearchParams(form.get('query') ?? '');
  const [provider_id, language] = [form.get('provider_id') ?? '', form.get('ui_language') ?? ''];
  return new URLSearchParams({ for: dashboardMark, provider_id, language });
}

const signOutAtBank = async (
  { provider: { signIn }, ...request }: LoadedSignIn,
  session: Session | undefined,
  now: number,
) => (session && signIn.type === 'oidc' ? startUpstreamSignOut(signIn, session, request, now) : undefined);
