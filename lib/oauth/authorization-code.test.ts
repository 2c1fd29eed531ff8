import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMismatch } from './authorization-code.ts';

const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const redirectUri = 'https://ledger.example/callback';
const binding = { clientId: 'ledger', redirectUri, codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' };
const unbound = { ...binding, codeChallenge: undefined };

describe('a grant', () => {
  it('K2 fits the code of its client, redirect URI and challenge (the example of RFC 7636)', () => {
    expect(findMismatch({ redirectUri, codeVerifier }, 'ledger', binding)).toBeUndefined();
  });

  it('K2 fits without a verifier when there was no challenge', () => {
    expect(findMismatch({ redirectUri, codeVerifier: undefined }, 'ledger', unbound)).toBeUndefined();
  });

  it('T5 of another client does not fit', () => {
    expect(findMismatch({ redirectUri, codeVerifier }, 'cashflow', binding)).toBe('wrong-client');
  });

  it.each([
    'https://ledger.example/other',
    `${redirectUri}/`,
    `${redirectUri}?`,
    'HTTPS://ledger.example/callback',
    '',
  ])('T5 with the redirect URI "%s" does not fit', (other) => {
    expect(findMismatch({ redirectUri: other, codeVerifier }, 'ledger', binding)).toBe('wrong-redirect-uri');
  });

  it('T5 with another port than that of the request does not fit, even on a loopback address', () => {
    const loopback = { ...binding, redirectUri: 'http://127.0.0.1:4000/callback' };
    const grant = { redirectUri: 'http://127.0.0.1:4001/callback', codeVerifier };
    expect(findMismatch(grant, 'ledger', loopback)).toBe('wrong-redirect-uri');
  });

  it('T5 with a wrong verifier or none does not fit', () => {
    const wrong = codeVerifier.replace('d', 'e');
    expect(findMismatch({ redirectUri, codeVerifier: wrong }, 'ledger', binding)).toBe('verifier-wrong');
    expect(findMismatch({ redirectUri, codeVerifier: undefined }, 'ledger', binding)).toBe('verifier-missing');
  });

  it('T5 with the challenge in place of the verifier does not fit', () => {
    expect(findMismatch({ redirectUri, codeVerifier: binding.codeChallenge }, 'ledger', binding)).toBe(
      'verifier-wrong',
    );
  });

  it('T6 with a verifier where there was no challenge does not fit', () => {
    expect(findMismatch({ redirectUri, codeVerifier }, 'ledger', unbound)).toBe('no-challenge');
  });

  const unreserved = 'ABCXYZabcxyz0189-._~';
  it('T6 with a verifier of 43 to 128 unreserved characters fits its own challenge', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...unreserved), minLength: 43, maxLength: 128 }), (verifier) => {
        const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
        expect(
          findMismatch({ redirectUri, codeVerifier: verifier }, 'ledger', { ...binding, codeChallenge }),
        ).toBeUndefined();
      }),
    );
  });

  it.each(['a'.repeat(42), 'a'.repeat(129), `${'a'.repeat(43)} `, `${'a'.repeat(43)}+`, `${'a'.repeat(43)}é`])(
    'T6 with a verifier that is not well formed does not fit its own challenge: %s',
    (verifier) => {
      const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
      const grant = { redirectUri, codeVerifier: verifier };
      expect(findMismatch(grant, 'ledger', { ...binding, codeChallenge })).toBe('verifier-wrong');
    },
  );
});
