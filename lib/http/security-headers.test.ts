import { describe, expect, it } from 'vitest';
import { formTargetsOf, securityHeaders } from './security-headers.ts';

const issuer = 'https://consent.bank.example';

const headersOf = (change: Partial<Parameters<typeof securityHeaders>[0]> = {}) =>
  securityHeaders({ issuer, nonce: 'n0nce', ...change });

function policyOf(change: Partial<Parameters<typeof securityHeaders>[0]> = {}): Record<string, string[]> {
  const directives = (headersOf(change)['Content-Security-Policy'] ?? '').split('; ').map((text) => text.split(' '));
  return Object.fromEntries(directives.map(([name, ...sources]) => [name, sources]));
}

describe('the content security policy', () => {
  it('C2 allows nothing by default, no frame around, no base and no object', () => {
    expect(policyOf()).toMatchObject({
      'default-src': ["'none'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
      'object-src': ["'none'"],
    });
  });

  it('C2 allows one script by its exact address, none inline, no eval, and none from elsewhere', () => {
    expect(policyOf()['script-src']).toEqual(['https://consent.bank.example/submit-once.js']);
  });

  it('C2 allows the styles of the page by its nonce, and none without one', () => {
    expect(policyOf()['style-src']).toContain("'nonce-n0nce'");
    expect(policyOf({ nonce: '' })['style-src']).toEqual(["'self'"]);
  });

  it('C4 loads pictures and fonts from our own origin alone', () => {
    expect(policyOf()).toMatchObject({ 'img-src': ["'self'"], 'font-src': ["'self'"] });
  });

  it('C3 lets a form lead to ourselves and on to any https address', () => {
    expect(policyOf()['form-action']).toEqual(["'self'", 'https:']);
  });

  it('C3 lets a form lead to what the redirect URI needs as well', () => {
    expect(policyOf({ formTargets: ['com.example.app:'] })['form-action']).toEqual([
      "'self'",
      'https:',
      'com.example.app:',
    ]);
  });
});

describe('the other headers', () => {
  it('C2 forbid framing to older browsers', () => {
    expect(headersOf()).toMatchObject({ 'X-Frame-Options': 'DENY', 'X-Content-Type-Options': 'nosniff' });
  });

  it('C4 send the address of a page to our own origin alone', () => {
    expect(headersOf()).toMatchObject({ 'Referrer-Policy': 'same-origin' });
  });

  it('C5 keep pages out of caches, other windows and search engines, and features off', () => {
    expect(headersOf()).toMatchObject({
      'Cache-Control': 'no-store',
      Pragma: 'no-cache',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Robots-Tag': 'noindex',
      'Permissions-Policy': expect.stringMatching(/camera=\(\).*payment=\(\)/),
    });
  });

  it('C5 ask for https ever after, when the issuer is https', () => {
    expect(headersOf()['Strict-Transport-Security']).toMatch(/^max-age=\d{8,}/);
    expect(headersOf({ issuer: 'http://localhost:3000' })).not.toHaveProperty('Strict-Transport-Security');
  });
});

describe('the targets of a form', () => {
  it.each([
    ['https://ledger.example/callback', []],
    ['com.example.ledger:/callback', ['com.example.ledger:']],
    ['http://127.0.0.1:9999/callback', ['http://127.0.0.1:*', 'http://localhost:*']],
    ['http://127.0.0.1/callback', ['http://127.0.0.1:*', 'http://localhost:*']],
    ['http://localhost:4000/callback', ['http://127.0.0.1:*', 'http://localhost:*']],
    ['http://[::1]:4000/callback', ['http:']],
  ])('C3 of %s are those beyond https', (redirectUri, targets) => {
    expect(formTargetsOf(redirectUri)).toEqual(targets);
  });
});
