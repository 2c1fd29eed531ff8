import { describe, expect, it } from 'vitest';
import { checkRepeatedParameters, readTokenRequest } from './token-request.ts';

const good = {
  grant_type: 'authorization_code',
  code: 'code',
  redirect_uri: 'https://ledger.example/callback',
  code_verifier: 'verifier',
};

const formOf = (change: Record<string, string | undefined> = {}) =>
  new URLSearchParams(
    Object.entries({ ...good, ...change }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

describe('a token request', () => {
  it('T1 is read from the form', () => {
    expect(readTokenRequest(formOf())).toEqual({
      outcome: 'read',
      grant: {
        grantType: 'authorization_code',
        code: 'code',
        redirectUri: 'https://ledger.example/callback',
        codeVerifier: 'verifier',
      },
    });
  });

  it('T1 may be without a verifier, or with an empty one', () => {
    for (const code_verifier of [undefined, ''])
      expect(readTokenRequest(formOf({ code_verifier }))).toMatchObject({
        outcome: 'read',
        grant: { codeVerifier: undefined },
      });
  });

  it('T1 may hold what is not known here, repeated or not', () => {
    const form = formOf({ resource: 'https://api.example' });
    form.append('resource', 'https://other.example');
    expect(checkRepeatedParameters(form)).toBeUndefined();
    expect(readTokenRequest(form)).toMatchObject({ outcome: 'read' });
  });

  it.each(['grant_type', 'code', 'redirect_uri'])('T5 without %s is an invalid request that names it', (name) => {
    for (const value of [undefined, ''])
      expect(readTokenRequest(formOf({ [name]: value }))).toMatchObject({
        outcome: 'refused',
        error: 'invalid_request',
        description: expect.stringContaining(name),
      });
  });

  it.each(['password', 'implicit', 'REFRESH_TOKEN', 'AUTHORIZATION_CODE', 'authorization_code '])(
    'T1 of grant type "%s" is not supported',
    (grant_type) => {
      expect(readTokenRequest(formOf({ grant_type }))).toMatchObject({ error: 'unsupported_grant_type' });
    },
  );

  it.each([
    'grant_type',
    'code',
    'redirect_uri',
    'code_verifier',
    'client_id',
    'client_secret',
    'client_assertion',
    'client_assertion_type',
    'scope',
  ])('T1 with %s given twice is an invalid request that names it', (name) => {
    for (const value of ['again', '']) {
      const form = formOf();
      form.set(name, 'once');
      form.append(name, value);
      expect(checkRepeatedParameters(form)).toMatchObject({
        error: 'invalid_request',
        description: expect.stringContaining(name),
      });
    }
  });

  it('T1 with each parameter once is not repeated', () => {
    expect(checkRepeatedParameters(formOf({ client_id: 'ledger', client_secret: 'secret' }))).toBeUndefined();
  });
});
