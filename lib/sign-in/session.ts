import { hashToken, randomToken } from '../keys/random-token.ts';
import { sealFor } from '../keys/seal.ts';
import { now } from '../process/clock.ts';
import type { Account } from '../registry/account.ts';
import type { Provider } from '../registry/provider.ts';
import { database } from '../storage/database.ts';
import { deleteSession, findSession, insertSession, type Session } from '../storage/sessions.ts';
import { sessionCookieName, sessionLife } from './session-cookie.ts';

/** Anything that gives the value of a cookie by its name. */
export interface Cookies {
  get(name: string): { value: string } | undefined;
}

/** The customer signed in at this provider in this browser, if there is one. One read. */
export async function currentSession(
  cookies: Cookies,
  provider: Pick<Provider, 'providerId'>,
): Promise<Session | undefined> {
  const id = cookies.get(sessionCookieName(provider.providerId))?.value;
  if (!id) return undefined;
  const session = await findSession(database(), hashToken(id), now());
  return session?.providerId === provider.providerId ? session : undefined;
}

/** Begins a session under a new id, which is answered and kept nowhere; the session before it in this browser ends. */
export async function beginSession(
  cookies: Cookies,
  provider: Provider,
  customer: { sub: string; name: string; accounts: Account[]; idToken?: string },
): Promise<string> {
  await endSession(cookies, provider.providerId);
  const id = randomToken();
  const authenticatedAt = now();
  await insertSession(database(), {
    idHash: hashToken(id),
    providerId: provider.providerId,
    sub: customer.sub,
    name: customer.name,
    accounts: customer.accounts,
    authenticatedAt,
    expiresAt: authenticatedAt + sessionLife,
    ...(customer.idToken !== undefined && { sealedIdToken: sealFor('session').seal(customer.idToken) }),
  });
  return id;
}

export async function endSession(cookies: Cookies, providerId: string): Promise<void> {
  const id = cookies.get(sessionCookieName(providerId))?.value;
  if (id) await deleteSession(database(), hashToken(id));
}
