import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registeredAccount, registeredProvider } from '../../test/world/registration.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { database } from '../storage/database.ts';
import { beginSession, currentSession, endSession } from './session.ts';
import { expiredSessionCookie, sessionCookie, sessionCookieName } from './session-cookie.ts';

temporaryServer();
const provider = registeredProvider();
const customer = { sub: 'camille', name: 'Camille Tremblay', accounts: [registeredAccount()] };

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: shownAt * 1000 }));
afterEach(() => vi.useRealTimers());

/** A browser that holds a session id, or nothing. */
const browser = (id?: string, providerId = '1000') => ({
  get: (name: string) => (id !== undefined && name === sessionCookieName(providerId) ? { value: id } : undefined),
});

describe('a session', () => {
  it('tells who signed in, when, and the accounts', async () => {
    const id = await beginSession(browser(), provider, customer);
    expect(await currentSession(browser(id), provider)).toMatchObject({
      sub: 'camille',
      name: 'Camille Tremblay',
      providerId: '1000',
      accounts: [registeredAccount()],
      authenticatedAt: shownAt,
    });
  });

  it('C16 gets a new id at every sign-in, and the one before it ends', async () => {
    const first = await beginSession(browser(), provider, customer);
    const second = await beginSession(browser(first), provider, customer);
    expect(second).not.toBe(first);
    expect(await currentSession(browser(first), provider)).toBeUndefined();
    expect(await currentSession(browser(second), provider)).toMatchObject({ sub: 'camille' });
  });

  it('C16 never takes the id that a browser came with', async () => {
    const fixed = 'an-id-that-an-attacker-has-planted';
    expect(await beginSession(browser(fixed), provider, customer)).not.toBe(fixed);
    expect(await currentSession(browser(fixed), provider)).toBeUndefined();
  });

  it('C16 in another browser goes on', async () => {
    const other = await beginSession(browser(), provider, customer);
    await beginSession(browser(), provider, customer);
    expect(await currentSession(browser(other), provider)).toMatchObject({ sub: 'camille' });
  });

  it('C16 has an id of 256 bits, of which only the hash is stored', async () => {
    const id = await beginSession(browser(), provider, customer);
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await database().selectFrom('sessions').selectAll().execute())).not.toContain(id);
  });

  it('C16 lasts ten minutes, to the second', async () => {
    const id = await beginSession(browser(), provider, customer);
    vi.setSystemTime((shownAt + 599) * 1000);
    expect(await currentSession(browser(id), provider)).toBeDefined();
    vi.setSystemTime((shownAt + 600) * 1000);
    expect(await currentSession(browser(id), provider)).toBeUndefined();
  });

  it('is gone after signing out', async () => {
    const id = await beginSession(browser(), provider, customer);
    await endSession(browser(id), '1000');
    expect(await currentSession(browser(id), provider)).toBeUndefined();
  });

  it.each([undefined, '', 'unknown', 'x'.repeat(5000), '\u0000', "' or 1=1 --"])(
    'is not found for the cookie %j',
    async (id) => {
      await beginSession(browser(), provider, customer);
      expect(await currentSession(browser(id), provider)).toBeUndefined();
    },
  );

  it('of one provider is none at another, even under its cookie', async () => {
    const id = await beginSession(browser(), provider, customer);
    const other = registeredProvider({ provider_id: '2000' });
    expect(await currentSession(browser(id), other)).toBeUndefined();
    expect(await currentSession(browser(id, '2000'), other)).toBeUndefined();
  });

  it('of one provider goes on when another one begins', async () => {
    const id = await beginSession(browser(), provider, customer);
    await beginSession(browser(id), registeredProvider({ provider_id: '2000' }), customer);
    expect(await currentSession(browser(id), provider)).toBeDefined();
  });
});

describe('the cookie of a session under https', () => {
  it('C16 is __Host-, Secure, HttpOnly and SameSite=Lax for ten minutes', () => {
    expect(sessionCookie('1000', 'id').split('; ')).toEqual([
      '__Host-accord-1000=id',
      'Path=/',
      'Max-Age=600',
      'HttpOnly',
      'SameSite=Lax',
      'Secure',
    ]);
  });

  it('C16 is taken away under the same name and attributes', () => {
    expect(expiredSessionCookie('1000')).toBe(sessionCookie('1000', '').replace('Max-Age=600', 'Max-Age=0'));
  });

  it('C16 is one of its own for each provider', () => {
    expect(sessionCookieName('1000')).not.toBe(sessionCookieName('2000'));
  });
});
