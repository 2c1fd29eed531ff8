import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesRedirectUri } from './redirect-uri.ts';

const anyPath = fc
  .array(fc.webSegment(), { maxLength: 3 })
  .map((segments) => segments.map((part) => `/${part}`).join(''));
const anyPort = fc.option(fc.integer({ min: 0, max: 65535 }), { nil: undefined });
const anyLoopback = fc.constantFrom('127.0.0.1', '[::1]');
const anyWebUri = fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true });
const address = (host: string, port: number | undefined, path: string) =>
  `http://${host}${port === undefined ? '' : `:${port}`}${path}`;

describe('for any redirect URI', () => {
  it('A3 the port of a loopback address never matters, and its host and path always do', () => {
    fc.assert(
      fc.property(
        anyLoopback,
        anyLoopback,
        anyPort,
        anyPort,
        anyPath,
        anyPath,
        (host, host2, port, port2, path, path2) => {
          expect(matchesRedirectUri(address(host, port, path), address(host, port2, path))).toBe(true);
          expect(matchesRedirectUri(address(host, port, path), address(host2, port2, path2))).toBe(
            host === host2 && path === path2,
          );
        },
      ),
    );
  });

  it('A2 nothing but the same string matches one that is not on a loopback address', () => {
    fc.assert(
      fc.property(anyWebUri, anyWebUri, (registered, requested) => {
        expect(matchesRedirectUri(registered, registered)).toBe(true);
        expect(matchesRedirectUri(registered, requested)).toBe(registered === requested);
      }),
    );
  });

  it('A2 no text put before, into or after the registered one matches', () => {
    const anyText = fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.constantFrom('@', '.', '/', '\\', '%2e', ':', '\n'),
    );
    const anyRegistered = fc.oneof(anyWebUri, fc.constant('com.example.cashflow:/callback'));
    fc.assert(
      fc.property(anyRegistered, anyText, fc.nat(), (registered, text, place) => {
        const at = place % (registered.length + 1);
        expect(matchesRedirectUri(registered, registered.slice(0, at) + text + registered.slice(at))).toBe(false);
      }),
    );
  });

  it('A3 whatever matches a loopback address is that host for the browser too', () => {
    const anyTail = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[:@/\\.?#0-9a-z]{0,12}$/));
    fc.assert(
      fc.property(anyLoopback, anyTail, anyPath, (host, tail, path) => {
        const requested = `http://${host}${tail}${path}`;
        if (!matchesRedirectUri(`http://${host}${path}`, requested)) return;
        const { hostname, username, password, hash } = new URL(requested);
        expect({ hostname, username, password, hash }).toEqual({
          hostname: host,
          username: '',
          password: '',
          hash: '',
        });
      }),
      { numRuns: 1000 },
    );
  });
});
