import { describe, expect, it } from 'vitest';
import { registeredAccount, registeredProvider } from '../../test/world/registration.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { database } from '../storage/database.ts';
import { beginSession, currentSession, endSession, extendSession } from './session.ts';
import { expiredSessionCookie, sessionCookie, sessionCookieName } from './session-cookie.ts';

temporaryServer();
const provider = registeredProvider();
const customer = { sub: 'camille', name: 'Camille Tremblay', accounts: [registeredAccount()] };

/** A browser that holds a session id, or nothing. */
const browser = (id?: string, providerId = '1000') => ({
  get: (name: string) => (id !== undefined && name === sessionCookieName(providerId) ? { value: id } : undefined),
});

type Browser = ReturnType<typeof browser>;
const begin = (from: Browser, at = provider) => beginSession(database(), from, at, customer, shownAt);
const current = (from: Browser, at = provider, now = shownAt) => currentSession(database(), from, at, now);

describe('a session', () => {
  it('tells who signed in, when, and the accounts', async () => {
    const id = await begin(browser());
    expect(await current(browser(id))).toMatchObject({
      sub: 'camille',
      name: 'Camille Tremblay',
      providerId: '1000',
      accounts: [registeredAccount()],
      authenticatedAt: shownAt,
    });
  });

  it('C16 gets a new id at every sign-in, and the one before it ends', async () => {
    const first = await begin(browser());
    const second = await begin(browser(first));
    expect(second).not.toBe(first);
    expect(await current(browser(first))).toBeUndefined();
    expect(await current(browser(second))).toMatchObject({ sub: 'camille' });
  });

  it('C16 never takes the id that a browser came with', async () => {
    const fixed = 'an-id-that-an-attacker-has-planted';
    expect(await begin(browser(fixed))).not.toBe(fixed);
    expect(await current(browser(fixed))).toBeUndefined();
  });

  it('C16 in another browser goes on', async () => {
    const other = await begin(browser());
    await begin(browser());
    expect(await current(browser(other))).toMatchObject({ sub: 'camille' });
  });

  it('C16 has an id of 256 bits, of which only the hash is stored', async () => {
    const id = await begin(browser());
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await database().selectFrom('sessions').selectAll().execute())).not.toContain(id);
  });

  it('C16 lasts thirty minutes, to the second', async () => {
    const id = await begin(browser());
    expect(await current(browser(id), provider, shownAt + 1799)).toBeDefined();
    expect(await current(browser(id), provider, shownAt + 1800)).toBeUndefined();
  });

  it('C16 lasts an hour from signing in when its customer has posted something, and no longer', async () => {
    const id = await begin(browser());
    const session = await current(browser(id), provider, shownAt + 1700);
    if (!session) throw new Error('the session is there');
    expect(session.expiresAt).toBe(shownAt + 1800);
    const extended = await extendSession(database(), session);
    expect(extended.expiresAt).toBe(shownAt + 3600);
    expect(await extendSession(database(), extended)).toBe(extended);
    expect(await current(browser(id), provider, shownAt + 3599)).toEqual(extended);
    expect(await current(browser(id), provider, shownAt + 3600)).toBeUndefined();
  });

  it('C16 counts from signing in here, whenever the bank had signed the customer in', async () => {
    const id = await beginSession(
      database(),
      browser(),
      provider,
      { ...customer, authenticatedAt: shownAt - 900 },
      shownAt,
    );
    const session = await current(browser(id));
    if (!session) throw new Error('the session is there');
    expect((await extendSession(database(), session)).expiresAt).toBe(shownAt + 3600);
  });

  it('is gone after signing out', async () => {
    const id = await begin(browser());
    await endSession(database(), browser(id), '1000');
    expect(await current(browser(id))).toBeUndefined();
  });

  it.each([undefined, '', 'unknown', 'x'.repeat(5000), '\u0000', "' or 1=1 --"])(
    'is not found for the cookie %j',
    async (id) => {
      await begin(browser());
      expect(await current(browser(id))).toBeUndefined();
    },
  );

  it('of one provider is none at another, even under its cookie', async () => {
    const id = await begin(browser());
    const other = registeredProvider({ provider_id: '2000' });
    expect(await current(browser(id), other)).toBeUndefined();
    expect(await current(browser(id, '2000'), other)).toBeUndefined();
  });

  it('of one provider goes on when another one begins', async () => {
    const id = await begin(browser());
    await begin(browser(id), registeredProvider({ provider_id: '2000' }));
    expect(await current(browser(id))).toBeDefined();
  });
});

describe('the cookie of a session under https', () => {
  it('C16 is __Host-, Secure, HttpOnly and SameSite=Lax for an hour', () => {
    expect(sessionCookie('1000', 'id')).toEqual({
      name: '__Host-accord-1000',
      value: 'id',
      path: '/',
      maxAge: 3600,
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
    });
  });

  it('C16 is taken away under the same name and attributes', () => {
    expect(expiredSessionCookie('1000')).toEqual({ ...sessionCookie('1000', ''), maxAge: 0 });
  });

  it('C16 is one of its own for each provider', () => {
    expect(sessionCookieName('1000')).not.toBe(sessionCookieName('2000'));
  });
});
