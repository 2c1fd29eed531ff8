import fc from 'fast-check';
import { createLocalJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import { context } from '../../test/referee/good-request.ts';
import { readConsentRequest, spellingOf } from './consent-request.ts';
import { generateSigningKey } from './json-web-key.ts';
import { readAuthorizationRequest } from './read-authorization-request.ts';
import { dataClusters, readCluster, readScope } from './scope.ts';

// fast-check prints the seed of what fails; time is the limit, not the count.
const timeBoxed = { numRuns: 100_000, interruptAfterTimeLimit: 1500, markInterruptAsFailure: false };
const _keys = createLocalJWKSet({ keys: [(await generateSigningKey()).publicJwk] });

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const limits = { durationTypes: ['ONE_TIME', 'TIME_BOUND', 'PERSISTENT'] as const, durationPeriod: 365 };
const anyDetails = fc.oneof(
  anyText,
  fc.json(),
  fc
    .record(
      {
        type: fc.oneof(fc.constant('fdx_v1.0'), fc.jsonValue()),
        consentRequest: fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              durationType: fc.oneof(fc.constantFrom('ONE_TIME', 'TIME_BOUND', 'PERSISTENT'), fc.jsonValue()),
              durationPeriod: fc.oneof(fc.integer({ min: -1, max: 500 }), fc.jsonValue()),
              lookbackPeriod: fc.oneof(fc.integer(), fc.jsonValue()),
              resources: fc.array(
                fc.record({
                  resourceType: fc.oneof(fc.constantFrom('ACCOUNT', 'CUSTOMER', 'DOCUMENT'), anyText),
                  dataClusters: fc.array(fc.oneof(fc.constantFrom(...dataClusters, 'PAYMENT_SUPPORT'), anyText)),
                }),
              ),
            },
            { requiredKeys: ['durationType', 'resources'] },
          ),
        ),
      },
      { requiredKeys: [] },
    )
    .map((one) => JSON.stringify([one])),
);

describe('whatever is sent', () => {
  it('A18 authorization details are read within their limits, or refused in ASCII', () => {
    fc.assert(
      fc.property(anyDetails, (json) => {
        const reading = readConsentRequest(json, limits);
        if (reading.outcome === 'refused') {
          expect(reading.fault).toMatch(/^[\x20-\x7e]{1,200}$/);
          return;
        }
        const { consentRequest } = reading;
        expect(consentRequest.durationPeriod ?? 1).toBeLessThanOrEqual(365);
        expect(consentRequest.clusters.length).toBeGreaterThan(0);
        // What is kept is read again as the same.
        expect(readConsentRequest(consentRequest.asked, limits)).toEqual(reading);
        expect(Object.keys(spellingOf(consentRequest.asked)).sort()).toEqual([...consentRequest.clusters].sort());
      }),
      timeBoxed,
    );
  });

  it('A9 a scope is read as known clusters, each under one meaning, or refused', () => {
    const anyToken = fc.oneof(
      fc.constantFrom(...dataClusters, 'PAYMENT_SUPPORT', 'fdx:accountbasic:read', 'fdx:__proto__:read'),
      anyText,
    );
    fc.assert(
      fc.property(fc.array(anyToken), (tokens) => {
        const reading = readScope(tokens.join(' '), dataClusters);
        if (reading.outcome === 'refused') return;
        expect(reading.clusters).toContain('ACCOUNT_BASIC');
        for (const token of (reading.asked ?? '').split(' ').filter(Boolean))
          expect(reading.clusters).toContain(readCluster(token));
      }),
      timeBoxed,
    );
  });

  it('A14 a pushed request is accepted, refused or untrusted, as any other', () => {
    const names = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'authorization_details', 'prompt'];
    const good = ['budget', 'https://budget.example/callback', 'code', 'ACCOUNT_BASIC', 'login', '1000'];
    const anyValue = fc.oneof(fc.constantFrom(...good), anyText, anyDetails);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names, 'max_age', 'dpop_jkt', 'provider_id'), anyValue)),
        (pairs) => {
          const reading = readAuthorizationRequest(new URLSearchParams(pairs), context, true);
          if (reading.outcome === 'refused') expect(reading.description).toMatch(/^[\x20-\x7e]{1,200}$/);
        },
      ),
      timeBoxed,
    );
  });
});
