import { type Redirect, redirectTo } from '../http/problem.ts';
import type { HostCookie } from '../sign-in/session-cookie.ts';
import { type CookieJar, flowCookies } from '../sign-in/sign-in-flow.ts';
import { startUpstreamSignOut } from '../sign-in/upstream-sign-out.ts';
import type { Session } from '../storage/sessions.ts';
import type { LoadedSignIn } from './loaded-sign-in.ts';

/** The way out at the bank too, where it offers one. */
export async function signOutAtBank(
  loaded: LoadedSignIn,
  session: Session | undefined,
  jar: CookieJar,
  now: number,
): Promise<(Redirect & { cookies: HostCookie[] }) | undefined> {
  const { signIn } = loaded.provider;
  if (!session || signIn.type !== 'oidc') return undefined;
  const started = await startUpstreamSignOut(signIn, session, loaded, now);
  return started && { ...redirectTo(started.address), cookies: flowCookies(started.flow, jar) };
}
