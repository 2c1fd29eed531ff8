import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confidential,
  context,
  formatQuery,
  goodPublicRequest,
  goodRequest,
  type Parameters,
  publicClient,
  withoutParameters,
  withValue,
} from '../../test/referee/good-request.ts';
import { readAuthorizationRequest } from './read-authorization-request.ts';

const knownNames = [
  ...goodPublicRequest.map(([name]) => name),
  ...['correlation_id', 'language', 'ui_locales', 'request', 'request_uri', 'registration'],
];
const read = (parameters: Parameters) =>
  readAuthorizationRequest(new URLSearchParams(formatQuery(parameters)), context);

const anyText = fc.string({ unit: 'binary' });
const anyValue = fc.oneof(
  anyText,
  fc.constantFrom('', 'code', 'S256', 'fr', '2000', 'ACCOUNT_BASIC', 'https://evil.example'),
);
const anyKnownName = fc.constantFrom(...knownNames);
const anyGood = fc.constantFrom(goodRequest, goodPublicRequest);
const aChanged = fc.tuple(anyGood, anyKnownName, anyValue).map(([good, name, value]) => withValue(good, name, value));
const aLacking = fc.tuple(anyGood, anyKnownName).map(([good, name]) => withoutParameters(good, name));
/** A good request, or one with a single value that is changed or missing. */
const anyRequest = fc.oneof(anyGood, aChanged, aLacking);
const inAnyOrder = (parameters: Parameters) => fc.shuffledSubarray([...parameters], { minLength: parameters.length });

describe('for any request', () => {
  it('A7 unknown parameters never change the outcome', () => {
    const anyUnknownName = fc
      .oneof(anyText, fc.constantFrom('__proto__', 'State', 'state ', 'scope[]', 'nonce', 'code', 'iss', 'error'))
      .filter((name) => !knownNames.includes(name));
    const anyUnknown = fc.array(fc.tuple(anyUnknownName, anyValue), { maxLength: 5 });
    fc.assert(
      fc.property(anyRequest, anyUnknown, (request, unknown) => {
        expect(read([...unknown, ...request, ...unknown])).toEqual(read(request));
      }),
    );
  });

  it('the order of the parameters never matters', () => {
    const twoOrders = anyRequest.chain((request) => fc.tuple(fc.constant(request), inAnyOrder(request)));
    fc.assert(
      fc.property(twoOrders, ([request, shuffled]) => {
        expect(read(shuffled)).toEqual(read(request));
      }),
    );
  });

  it('A9 the order and the repeats of the scope never matter', () => {
    const twoScopes = fc
      .subarray([...publicClient.scope], { minLength: 1 })
      .chain((tokens) => fc.tuple(fc.constant(tokens), fc.shuffledSubarray([...tokens, ...tokens]), anyGood));
    fc.assert(
      fc.property(twoScopes, ([tokens, more, good]) => {
        const shuffled = [...more, ...tokens.toReversed()].join(' ');
        expect(read(withValue(good, 'scope', shuffled))).toEqual(read(withValue(good, 'scope', tokens.join(' '))));
      }),
    );
  });

  it('A6 a known parameter given twice is never accepted, with any second value, anywhere', () => {
    const repeated = fc
      .tuple(anyGood, anyKnownName, anyValue, anyValue)
      .map(([good, name, first, second]): Parameters => {
        const hasOne = good.some(([given]) => given === name);
        return [...good, ...(hasOne ? [] : [[name, first] as const]), [name, second]];
      })
      .chain(inAnyOrder);
    fc.assert(
      fc.property(repeated, (request) => {
        expect(read(request).outcome).not.toBe('accepted');
      }),
      { numRuns: 300 },
    );
  });

  it('A2 a refusal never goes anywhere but to a registered redirect URI', () => {
    const registered = [...confidential.redirectUris, ...publicClient.redirectUris];
    const anyTwice = fc
      .tuple(anyRequest, anyKnownName, anyValue)
      .map(([request, ...more]) => [...request, more] as const);
    fc.assert(
      fc.property(fc.oneof(anyRequest, anyTwice), (request) => {
        const reading = read(request);
        if (reading.outcome !== 'refused') return;
        const to = new URL(reading.redirectTo);
        const mayBe = registered.map((uri) => new URL(uri));
        expect(mayBe.map(({ protocol, host, pathname }) => protocol + host + pathname)).toContain(
          to.protocol + to.host + to.pathname,
        );
        expect(to.username + to.password + to.hash).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('A11 any state of 1 to 2000 characters, none of control, is accepted and given back byte for byte', () => {
    // U+FFFD cannot be told from bytes that are not UTF-8.
    const anyState = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 2000, size: 'large' })
      .filter((state) => !/[\p{Cc}\ufffd]/u.test(state));
    fc.assert(
      fc.property(anyGood, anyState, (good, state) => {
        const request = withValue(good, 'state', state);
        expect(read(request)).toMatchObject({ outcome: 'accepted', request: { state } });
        const refused = read(withoutParameters(request, 'scope'));
        if (refused.outcome !== 'refused') throw new Error(`was ${refused.outcome}`);
        expect(new URL(refused.redirectTo).searchParams.getAll('state')).toEqual([state]);
      }),
      // To shrink a failing text of this length takes minutes; its seed is printed all the same.
      { endOnFailure: true },
    );
  });
});
