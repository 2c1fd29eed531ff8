import { type Language, languages } from '#i18n/locale.ts';
import { type Problem, type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { type SampleSignIn, signInSampleCustomer } from '../sign-in/sample-sign-in.ts';
import { beginSession, type Cookies } from '../sign-in/session.ts';
import { type HostCookie, sessionCookie } from '../sign-in/session-cookie.ts';
import { type Database, isUnavailable } from '../storage/database.ts';
import { type LoadedSignIn, loadSignIn } from './load-sign-in.ts';

/** Why a customer is not signed in; `retryAfter` in seconds. */
export type SignInProblem = Exclude<SampleSignIn, { outcome: 'signed-in' }> | { outcome: 'unavailable' };

/** The sign-in page of a sample bank, at first or again with the username and what went wrong. */
export interface SignInPrompt {
  outcome: 'prompt';
  language: Language;
  signIn: LoadedSignIn;
  username: string | undefined;
  problem: SignInProblem | undefined;
  status: number;
  headers: Record<string, string>;
}

const statuses = { 'wrong-credentials': 200, 'too-many-failures': 429, unavailable: 503 } as const;

export type SignInAnswer = SignInPrompt | Problem | (Redirect & { cookie?: HostCookie });

/** The page of `/sign-in`; a bank with a sign-in of its own has another (`/sign-in/bank`). */
export async function openSignIn(db: Database, query: URLSearchParams, now: number): Promise<SignInAnswer> {
  const signIn = await loadSignIn(db, query, now);
  if (signIn.outcome !== 'accepted') return signIn;
  if (signIn.provider.signIn.type === 'oidc') return redirectTo(`/sign-in/bank?${signIn.query}`);
  return prompt(signIn);
}

/** On to the consent or the dashboard, back to the recipient, or the page again with what went wrong. */
export async function answerSignIn(
  db: Database,
  form: URLSearchParams,
  { cookies, address }: { cookies: Cookies; address: string },
  now: number,
): Promise<SignInAnswer> {
  const query = new URLSearchParams(form.get('query') ?? '');
  const asked = languages.find((known) => known === form.get('language'));
  if (asked) query.set('language', asked);
  const signIn = await loadSignIn(db, query, now);
  if (signIn.outcome !== 'accepted') return signIn;
  const { provider, requester } = signIn;
  // A bank of its own asks for no password here.
  if (provider.signIn.type === 'oidc') return redirectTo(`/sign-in?${signIn.query}`);
  const username = form.get('username') ?? '';
  if (asked) return prompt(signIn, username);
  if (form.has('cancel') && requester) {
    note({ outcome: 'cancelled' });
    return redirectTo(requester.refuse('access_denied', 'the customer has cancelled signing in'));
  }
  try {
    const attempt = await signInSampleCustomer(db, provider, {
      username,
      password: form.get('password') ?? '',
      address,
    });
    if (attempt.outcome !== 'signed-in') return prompt(signIn, username, attempt);
    const id = await beginSession(db, cookies, provider, attempt.customer, now);
    note({ outcome: 'signed-in' });
    return { ...redirectTo(signIn.returnTo), cookie: sessionCookie(provider.providerId, id) };
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return prompt(signIn, username, { outcome: 'unavailable' });
  }
}

function prompt(signIn: LoadedSignIn, username?: string, problem?: SignInProblem): SignInPrompt {
  note({ outcome: problem?.outcome ?? 'sign-in-shown' });
  const status = problem ? statuses[problem.outcome] : 200;
  const headers: Record<string, string> =
    problem?.outcome === 'too-many-failures' ? { 'Retry-After': String(problem.retryAfter) } : {};
  return { outcome: 'prompt', language: signIn.language, signIn, username, problem, status, headers };
}
