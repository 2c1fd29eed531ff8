import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import type { HostCookie } from './session-cookie.ts';
import { type CookieJar, expiredFlowCookies, findFlow, flowCookies, type SignInFlow } from './sign-in-flow.ts';

temporaryServer();

/** A browser that keeps what it is told to keep, as RFC 6265 says. */
class Browser implements CookieJar {
  readonly kept = new Map<string, string>();
  take(cookies: HostCookie[]): void {
    for (const { name, value, maxAge } of cookies) {
      this.kept.delete(name);
      if (maxAge > 0) this.kept.set(name, value);
    }
  }
  get(name: string) {
    const value = this.kept.get(name);
    return value === undefined ? undefined : { value };
  }
  getAll() {
    return [...this.kept].map(([name, value]) => ({ name, value }));
  }
}

const flowOf = (state: string, query = 'client_id=ledger'): SignInFlow => ({
  state,
  nonce: 'nonce',
  codeVerifier: 'verifier',
  startedAt: 1_773_327_600,
  providerId: '3000',
  isForced: false,
  query,
});

describe('C17 a sign-in flow', () => {
  it('is found by its state, whatever the length of its request', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ maxLength: 24_000 }), (state, query) => {
        const browser = new Browser();
        browser.take(flowCookies(flowOf(state, query), browser));
        expect(findFlow(state, browser)).toEqual(flowOf(state, query));
        browser.take(expiredFlowCookies(state, browser));
        expect(browser.kept.size).toBe(0);
      }),
      { numRuns: 30 },
    ));

  it('is not found in another browser, by another state, or under the name of another flow', () => {
    const browser = new Browser();
    browser.take(flowCookies(flowOf('one'), browser));
    expect(findFlow('one', new Browser())).toBeUndefined();
    expect(findFlow('other', browser)).toBeUndefined();
    const planted = new Browser();
    planted.take(flowCookies(flowOf('other'), planted));
    const [name = ''] = planted.kept.keys();
    planted.kept.set(name, [...browser.kept.values()][0] ?? '');
    expect(findFlow('other', planted)).toBeUndefined();
  });

  it('fits the cookies that a browser keeps, each of this host alone', () => {
    const cookies = flowCookies(flowOf('one', 'x'.repeat(20_000)), new Browser());
    for (const cookie of cookies) {
      // RFC 6265bis §5.6: name and value together.
      expect(cookie.name.length + cookie.value.length).toBeLessThanOrEqual(4096);
      expect(cookie.name).toMatch(/^__Host-/);
      expect(cookie).toMatchObject({ path: '/', maxAge: 600, httpOnly: true, sameSite: 'lax', secure: true });
    }
  });

  it('makes room: of many that were begun and left, the newest are kept', () => {
    const browser = new Browser();
    const states = Array.from({ length: 60 }, (_, index) => `state-${index}`);
    for (const state of states) browser.take(flowCookies(flowOf(state), browser));
    const length = browser.getAll().reduce((sum, { name, value }) => sum + name.length + value.length, 0);
    expect(length).toBeLessThan(16_384);
    for (const state of states.slice(-5)) expect(findFlow(state, browser)).toBeDefined();
    expect(findFlow('state-0', browser)).toBeUndefined();
  });
});
