import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuer } from '../../test/referee/good-request.ts';
import { errorResponse, successResponse } from './authorization-response.ts';
import { authorizationServerMetadata } from './metadata.ts';

const target = { redirectUri: 'https://budget.example/callback', state: 'af0ifjsldkj', issuer };
const success = (changes: Partial<typeof target> = {}) => successResponse({ ...target, ...changes }, 'c0de');
const failure = (changes: Partial<typeof target> = {}) =>
  errorResponse({ ...target, ...changes }, 'invalid_scope', 'scope is missing');
const readQuery = (address: string) => [...new URL(address).searchParams];

const anyState = fc.string({ unit: 'binary', minLength: 1, maxLength: 2000, size: 'large' });
const awkwardStates = [
  `'"&%+#=?;/\\ \n\r\t\0`,
  '%26%27%2B',
  'a+b c',
  '😀𝒳',
  '\ufeffx',
  "it's",
  '<script>',
  'é',
  'e\u0301',
];
// To shrink a failing text of this length takes minutes; its seed is printed all the same.
const longTexts = { endOnFailure: true };
const everyKind = [success, failure];

describe('an authorization response', () => {
  it('A12 of success carries code, state and iss, and nothing else', () =>
    expect(readQuery(success())).toEqual([
      ['code', 'c0de'],
      ['state', 'af0ifjsldkj'],
      ['iss', issuer],
    ]));

  it('A12 of failure carries error, error_description, state and iss, and nothing else', () =>
    expect(readQuery(failure())).toEqual([
      ['error', 'invalid_scope'],
      ['error_description', 'scope is missing'],
      ['state', 'af0ifjsldkj'],
      ['iss', issuer],
    ]));

  it('A12 carries the iss that the metadata announce', () => {
    const metadata = authorizationServerMetadata(issuer, []);
    expect(metadata.authorization_response_iss_parameter_supported).toBe(true);
    for (const respond of everyKind) expect(new URL(respond()).searchParams.get('iss')).toBe(metadata.issuer);
  });

  it('A11 carries no state when there is none to give back', () =>
    expect(
      new URL(errorResponse({ ...target, state: undefined }, 'invalid_request', 'x')).searchParams.has('state'),
    ).toBe(false));

  it.each(awkwardStates)('A11 gives the state %j back byte for byte', (state) => {
    for (const respond of everyKind) expect(new URL(respond({ state })).searchParams.get('state')).toBe(state);
  });

  it('A11 gives back any state byte for byte, to who parses the address and to who only splits it', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...everyKind), (state, respond) => {
        const address = respond({ state });
        expect(new URL(address).searchParams.get('state')).toBe(state);
        expect(new URLSearchParams(address.slice(address.indexOf('?'))).getAll('state')).toEqual([state]);
      }),
      longTexts,
    );
  });

  it('is written so that no URL parser rewrites it', () => {
    fc.assert(
      fc.property(fc.oneof(anyState, fc.constantFrom(...awkwardStates)), (state) => {
        expect(new URL(success({ state })).href).toBe(success({ state }));
      }),
      longTexts,
    );
  });

  it.each([
    ['https://budget.example', 'https://budget.example?'],
    ['https://budget.example/callback', 'https://budget.example/callback?'],
    ['https://budget.example/callback?', 'https://budget.example/callback?'],
    ['https://budget.example/callback?tenant=7', 'https://budget.example/callback?tenant=7&'],
    ['https://budget.example/callback?tenant=7&', 'https://budget.example/callback?tenant=7&'],
    ['https://budget.example/callback?to=a%20b+c%2F', 'https://budget.example/callback?to=a%20b+c%2F&'],
    ['http://[::1]:9000/callback', 'http://[::1]:9000/callback?'],
    ['com.example.cashflow:/callback', 'com.example.cashflow:/callback?'],
    ['com.example.cashflow:', 'com.example.cashflow:?'],
  ])('keeps the redirect URI %s as it is, its own query too, and adds to it', (redirectUri, start) => {
    expect(success({ redirectUri })).toBe(`${start}code=c0de&state=af0ifjsldkj&iss=http%3A%2F%2Faccord.example`);
  });
});
