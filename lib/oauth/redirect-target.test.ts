import { describe, expect, it } from 'vitest';
import {
  careful,
  goodRequest,
  type Parameters,
  suspended,
  withoutParameters,
  withValue,
} from '../../test/referee/good-request.ts';
import { answerTo, read, requestOf } from '../../test/world/authorization-reading.ts';

const withRequired = (clientId: string) =>
  withValue(withValue(goodRequest, 'client_id', clientId), 'redirect_uri', 'https://recipient.example/callback');

describe('a request that proves no client and address is untrusted, and nothing in it is a URL', () => {
  it.each([
    ['A1 without client_id', withoutParameters(goodRequest, 'client_id'), 'client-id-missing'],
    ['A1 with an empty client_id', withValue(goodRequest, 'client_id', ''), 'client-id-missing'],
    ['A1 with an unknown client_id', withValue(goodRequest, 'client_id', 'nobody'), 'client-id-unknown'],
    ['A1 with a client_id in another case', withValue(goodRequest, 'client_id', 'Budget'), 'client-id-unknown'],
    ['A1 with a client_id followed by a space', withValue(goodRequest, 'client_id', 'budget '), 'client-id-unknown'],
    ['A1 of a suspended client', withRequired(suspended.clientId), 'client-suspended'],
    [
      'A2 with a redirect_uri of nobody',
      withValue(goodRequest, 'redirect_uri', 'https://evil.example/'),
      'redirect-uri-not-registered',
    ],
    [
      'A2 with a redirect_uri of another client',
      withValue(goodRequest, 'redirect_uri', 'com.example.cashflow:/callback'),
      'redirect-uri-not-registered',
    ],
    [
      'A2 with a redirect_uri that only begins like one',
      withValue(goodRequest, 'redirect_uri', 'https://budget.example/callback/x'),
      'redirect-uri-not-registered',
    ],
    [
      'A3 with another port of localhost',
      withValue(goodRequest, 'redirect_uri', 'http://localhost:4001/callback'),
      'redirect-uri-not-registered',
    ],
    [
      'A4 with a script as redirect_uri',
      withValue(goodRequest, 'redirect_uri', 'javascript:alert(1)'),
      'redirect-uri-not-registered',
    ],
    ['A5 without redirect_uri', withoutParameters(goodRequest, 'redirect_uri'), 'redirect-uri-missing'],
    ['A5 with an empty redirect_uri', withValue(goodRequest, 'redirect_uri', ''), 'redirect-uri-missing'],
    [
      'A5 without redirect_uri, of a client that has only one',
      withoutParameters(withRequired(careful.clientId), 'redirect_uri'),
      'redirect-uri-missing',
    ],
    ['A6 with client_id twice', [...goodRequest, ['client_id', 'budget']], 'client-id-repeated'],
    ['A6 with client_id and an empty one', [...goodRequest, ['client_id', '']], 'client-id-repeated'],
    [
      'A6 with redirect_uri twice',
      [...goodRequest, ['redirect_uri', 'https://budget.example/callback']],
      'redirect-uri-repeated',
    ],
    ['A6 with redirect_uri and an empty one', [...goodRequest, ['redirect_uri', '']], 'redirect-uri-repeated'],
  ] as [string, Parameters, string][])('%s', (_, parameters, reason) =>
    expect(read(parameters)).toEqual({ outcome: 'untrusted', reason }),
  );
});

describe('a redirect URI that the client has', () => {
  it.each([
    ['A2 is used as it is registered', 'https://budget.example/callback?tenant=7'],
    ['A3 may have any port on a loopback address', 'http://127.0.0.1:51004/callback'],
  ])('%s', (_, redirectUri) =>
    expect(requestOf(withValue(goodRequest, 'redirect_uri', redirectUri)).redirectUri).toBe(redirectUri),
  );

  it('gets a refusal on the port that was asked for, its own query kept', () => {
    const withoutScope = withoutParameters(goodRequest, 'scope');
    expect(answerTo(withValue(withoutScope, 'redirect_uri', 'http://127.0.0.1:51004/callback')).address).toBe(
      'http://127.0.0.1:51004/callback',
    );
    expect(answerTo(withValue(withoutScope, 'redirect_uri', 'https://budget.example/callback?tenant=7'))).toMatchObject(
      {
        tenant: '7',
        error: 'invalid_scope',
      },
    );
  });
});
