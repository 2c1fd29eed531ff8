import type { Database } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import { type Cookies, currentSession, endSession } from './session.ts';
import { expiredSessionCookie, type HostCookie } from './session-cookie.ts';

/** Ends the session at a provider in this browser; gives what it was, and the cookies that end with it. */
export async function leaveProvider(
  db: Database,
  cookies: Cookies,
  provider: { providerId: string } | undefined,
  now: number,
): Promise<{ session: Session | undefined; expired: HostCookie[] }> {
  if (!provider) return { session: undefined, expired: [] };
  const session = await currentSession(db, cookies, provider, now);
  await endSession(db, cookies, provider.providerId);
  return { session, expired: [expiredSessionCookie(provider.providerId)] };
}
