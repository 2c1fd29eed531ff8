import type { Language } from '#i18n/locale.ts';
import { hashToken, randomToken } from '../keys/random-token.ts';
import { sealFor } from '../keys/seal.ts';
import type { Account } from '../registry/account.ts';
import type { Provider } from '../registry/provider.ts';
import type { Database } from '../storage/database.ts';
import { deleteSession, findSession, insertSession, prolongSession, type Session } from '../storage/sessions.ts';
import { longestSession, sessionCookieName, sessionLife } from './session-cookie.ts';

/** Anything that gives the value of a cookie by its name. */
export interface Cookies {
  get(name: string): { value: string } | undefined;
}

/** A customer who has shown who they are: just now, unless it is said when. */
export interface Newcomer {
  sub: string;
  name: string;
  accounts: Account[];
  authenticatedAt?: number;
  idToken?: string;
}

/** The customer signed in at this provider in this browser, if there is one. One read. */
export async function currentSession(
  db: Database,
  cookies: Cookies,
  provider: Pick<Provider, 'providerId'>,
  now: number,
): Promise<Session | undefined> {
  const id = cookies.get(sessionCookieName(provider.providerId))?.value;
  if (!id) return undefined;
  const session = await findSession(db, hashToken(id), now);
  return session?.providerId === provider.providerId ? session : undefined;
}

/**
 * Begins a session under a new id, which is answered and kept nowhere; the session before it in this browser ends.
 * `journeyId` says for which opening of a request it was begun,
 * `language` in which the customer signed in.
 */
export async function beginSession(
  db: Database,
  cookies: Cookies,
  provider: Provider,
  customer: Newcomer & { journeyId?: string | undefined; language?: Language | undefined },
  now: number,
): Promise<string> {
  await endSession(db, cookies, provider.providerId);
  const id = randomToken();
  await insertSession(db, {
    idHash: hashToken(id),
    providerId: provider.providerId,
    sub: customer.sub,
    name: customer.name,
    accounts: customer.accounts,
    authenticatedAt: customer.authenticatedAt ?? now,
    begunAt: now,
    expiresAt: now + sessionLife,
    ...(customer.journeyId !== undefined && { journeyId: customer.journeyId }),
    ...(customer.language !== undefined && { language: customer.language }),
    ...(customer.idToken !== undefined && { sealedIdToken: sealFor('session').seal(customer.idToken) }),
  });
  return id;
}

/** Lets a session last as long as any may: its customer has posted something. A page that is only read writes nothing. */
export async function extendSession(db: Database, session: Session): Promise<Session> {
  const expiresAt = (session.begunAt ?? session.authenticatedAt) + longestSession;
  if (session.expiresAt >= expiresAt) return session;
  await prolongSession(db, session.idHash, expiresAt);
  return { ...session, expiresAt };
}

export async function endSession(db: Database, cookies: Cookies, providerId: string): Promise<void> {
  const id = cookies.get(sessionCookieName(providerId))?.value;
  if (id) await deleteSession(db, hashToken(id));
}
