import fc from 'fast-check';
import { createLocalJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import { readLanguage } from '#i18n/locale.ts';
import { claimedClientOf, readClientAssertion } from './client-assertion.ts';
import { claimedClient } from './client-authentication.ts';
import { readDpopProof } from './dpop.ts';
import { generateSigningKey } from './json-web-key.ts';
import { checkRepeatedParameters, readTokenRequest } from './token-request.ts';

// fast-check prints the seed of what fails; time is the limit, not the count.
const timeBoxed = { numRuns: 100_000, interruptAfterTimeLimit: 1500, markInterruptAsFailure: false };
const keys = createLocalJWKSet({ keys: [(await generateSigningKey()).publicJwk] });

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Three parts that may be a JWT, with headers and claims of every kind of value. */
const anyJwt = fc.oneof(
  anyText,
  fc
    .tuple(
      fc.record(
        {
          alg: fc.oneof(fc.constantFrom('none', 'ES256', 'PS256', 'HS256', 'EdDSA'), fc.jsonValue()),
          typ: fc.oneof(fc.constant('dpop+jwt'), fc.jsonValue()),
          jwk: fc.jsonValue(),
          kid: fc.jsonValue(),
          crit: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      fc.dictionary(
        fc.constantFrom('iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti', 'htm', 'htu', 'ath', 'nonce'),
        fc.jsonValue(),
      ),
      fc.string({ unit: fc.constantFrom(...'abAB01-_.'), maxLength: 90 }),
    )
    .map(([header, claims, signature]) => `${base64url(header)}.${base64url(claims)}.${signature}`),
);

describe('whatever is sent', () => {
  it('T3 T10 an assertion or a proof is refused by a value, and never by an exception', async () => {
    await fc.assert(
      fc.asyncProperty(anyJwt, async (token) => {
        claimedClientOf(token);
        const asked = { clientId: 'ledger', issuer: 'https://a.example', now: 0, keys };
        expect((await readClientAssertion(token, asked)).outcome).toBe('refused');
        const proof = await readDpopProof(token, {
          method: 'POST',
          url: 'https://a.example/',
          now: 0,
          isNonce: () => true,
        });
        expect(proof.outcome).toBe('refused');
      }),
      timeBoxed,
    );
  });

  it('T1 T2 a form is read or refused by a value', () => {
    const names = ['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret', 'client_assertion', 'scope'];
    const anyForm = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), anyText), fc.oneof(anyText, anyJwt)));
    fc.assert(
      fc.property(anyForm, fc.option(anyText, { nil: null }), (pairs, authorization) => {
        const form = new URLSearchParams(pairs);
        checkRepeatedParameters(form);
        claimedClient(authorization, form);
        expect(['read', 'refused']).toContain(readTokenRequest(form).outcome);
        expect(['en', 'fr']).toContain(readLanguage(form));
      }),
      timeBoxed,
    );
  });
});
