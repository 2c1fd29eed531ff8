import { describe, expect, it } from 'vitest';
import {
  careful,
  codeChallenge,
  context,
  formatQuery,
  goodPublicRequest,
  goodRequest,
  issuer,
  type Parameters,
  suspended,
  withoutParameters,
  withValue,
} from '../../test/referee/good-request.ts';
import { formatAuthorizationRequest } from './authorization-request.ts';
import { authorizationServerMetadata } from './metadata.ts';
import { readAuthorizationRequest } from './read-authorization-request.ts';

const readQuery = (query: string) => readAuthorizationRequest(new URLSearchParams(query), context);
const read = (parameters: Parameters) => readQuery(formatQuery(parameters));
const withRequired = (clientId: string) =>
  withValue(withValue(goodRequest, 'client_id', clientId), 'redirect_uri', 'https://recipient.example/callback');

/** What the recipient gets: the address without its query, and the query. */
function answerTo(parameters: Parameters): Record<string, string> {
  const reading = read(parameters);
  if (reading.outcome !== 'refused') throw new Error(`was ${reading.outcome}`);
  const { href, search, searchParams } = new URL(reading.redirectTo);
  const answer: Record<string, string> = Object.fromEntries(searchParams);
  return { ...answer, address: href.slice(0, -search.length) };
}

const errorOf = (parameters: Parameters) => answerTo(parameters).error;
const requestOf = (parameters: Parameters) => {
  const reading = read(parameters);
  if (reading.outcome !== 'accepted') throw new Error(`was ${reading.outcome}`);
  return reading.request;
};

describe('a good request', () => {
  it('is accepted, and says what it asks', () =>
    expect(read(goodRequest)).toMatchObject({
      outcome: 'accepted',
      recipient: { clientId: 'budget' },
      provider: { providerId: '1000' },
      request: {
        clientId: 'budget',
        redirectUri: 'https://budget.example/callback',
        state: 'af0ifjsldkj',
        scope: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
        providerId: '1000',
        correlationId: 'made-here',
        language: 'en',
        codeChallenge: undefined,
      },
    }));

  it('is accepted of a public client with PKCE', () =>
    expect(requestOf(goodPublicRequest)).toMatchObject({ clientId: 'cashflow', codeChallenge }));

  it('keeps the correlation id it brings', () =>
    expect(requestOf([...goodRequest, ['correlation_id', 'A-z_0.9~']]).correlationId).toBe('A-z_0.9~'));

  it.each([goodRequest, goodPublicRequest])('is the same request when its canonical query is read again', (...good) => {
    const request = requestOf([...good, ['language', 'fr'], ['unknown', 'x']]);
    expect(readQuery(formatAuthorizationRequest(request).toString())).toMatchObject({ outcome: 'accepted', request });
  });
});

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

const parameterNames = [
  ...goodPublicRequest.map(([name]) => name),
  ...['correlation_id', 'language', 'ui_locales', 'request', 'request_uri', 'registration'],
];
const redirectedNames = parameterNames.filter((name) => name !== 'client_id' && name !== 'redirect_uri');

describe('parameters', () => {
  it.each(redirectedNames)('A6 %s given twice is invalid_request, whatever its values', (name) => {
    const once = withoutParameters(goodPublicRequest, name);
    const value = goodPublicRequest.find(([known]) => known === name)?.[1] ?? 'en';
    const twice = [
      [value, value],
      [value, ''],
      ['', value],
      ['', ''],
    ] as const;
    for (const [first, second] of twice)
      expect(errorOf([...once, [name, first], [name, second]])).toBe('invalid_request');
  });

  it.each(parameterNames)('A7 an empty %s is as good as none', (name) =>
    expect(read(withValue(goodPublicRequest, name, ''))).toEqual(read(withoutParameters(goodPublicRequest, name))),
  );

  it('A7 unknown ones are ignored, repeated or not', () =>
    expect(read([...goodRequest, ['nonce', 'n'], ['x', '1'], ['x', '2'], ['State', 's'], ['scope[]', 'y']])).toEqual(
      read(goodRequest),
    ));
});

describe('a request of a known client to a known address is refused there', () => {
  it.each([
    ['A8 without response_type', 'response_type', '', 'invalid_request'],
    ['A8 for a token', 'response_type', 'token', 'unsupported_response_type'],
    ['A8 for a code and an ID token', 'response_type', 'code id_token', 'unsupported_response_type'],
    ['A8 for a Code', 'response_type', 'Code', 'unsupported_response_type'],
    ['A9 without scope', 'scope', '', 'invalid_scope'],
    ['A9 with an unknown scope', 'scope', 'ACCOUNT_BASIC openid', 'invalid_scope'],
    ['A9 with more scope than the client may ask for', 'scope', 'ACCOUNT_BASIC CUSTOMER_PERSONAL', 'invalid_scope'],
    ['A9 with a scope without ACCOUNT_BASIC', 'scope', 'TRANSACTIONS', 'invalid_scope'],
    ['A11 without state', 'state', '', 'invalid_request'],
    ['A11 with a state of 2001 characters', 'state', 's'.repeat(2001), 'invalid_request'],
    ['A11 with a state of 2001 astral characters', 'state', '😀'.repeat(2001), 'invalid_request'],
    ['with an unknown provider_id', 'provider_id', '3000', 'invalid_request'],
    ['with a correlation_id of 129 characters', 'correlation_id', 'c'.repeat(129), 'invalid_request'],
    ['with a correlation_id that has a space', 'correlation_id', 'a b', 'invalid_request'],
    ['with a correlation_id that ends a line', 'correlation_id', 'a\n', 'invalid_request'],
    ['with a correlation_id that is not ASCII', 'correlation_id', 'é', 'invalid_request'],
    ['A13 with a request object', 'request', 'e30.e30.', 'request_not_supported'],
    ['A13 with a request_uri', 'request_uri', 'urn:example:1', 'request_uri_not_supported'],
    ['A13 with a registration', 'registration', '{}', 'registration_not_supported'],
  ])('%s', (_, name, value, error) => {
    const answer = answerTo(withValue(goodRequest, name, value));
    expect(answer).toMatchObject({ address: 'https://budget.example/callback', error, iss: issuer });
    expect(answer).toHaveProperty('error_description', expect.stringMatching(/^[\x20\x21\x23-\x5b\x5d-\x7e]{10,}$/));
    if (name !== 'state') expect(answer).toHaveProperty('state', 'af0ifjsldkj');
  });

  it('A13 with both request and request_uri, as invalid_request', () =>
    expect(errorOf([...goodRequest, ['request', 'x'], ['request_uri', 'y']])).toBe('invalid_request'));

  it('A12 with the issuer of the metadata', () =>
    expect(answerTo(withoutParameters(goodRequest, 'scope'))).toHaveProperty(
      'iss',
      authorizationServerMetadata(issuer, []).issuer,
    ));

  it('whose customer chooses the provider, where there are several and it names none', () => {
    const query = [...withoutParameters(goodPublicRequest, 'provider_id'), ['language', 'fr'] as const];
    const reading = read(query);
    if (reading.outcome !== 'choose-provider') throw new Error(`was ${reading.outcome}`);
    expect(reading).toMatchObject({ recipient: { clientId: 'cashflow' }, request: { language: 'fr', codeChallenge } });
    expect(JSON.stringify(reading)).not.toContain('providerId');

    const goesOn = formatAuthorizationRequest({ ...reading.request, providerId: '2000' });
    expect(readAuthorizationRequest(goesOn, context)).toMatchObject({
      outcome: 'accepted',
      request: { ...reading.request, providerId: '2000' },
    });
  });

  it('that may show no page is refused where the customer would have to choose the provider', () => {
    const silent = withValue(withoutParameters(goodRequest, 'provider_id'), 'prompt', 'none');
    expect(answerTo(silent)).toMatchObject({ error: 'login_required', state: 'af0ifjsldkj' });
  });

  it('with the provider it may leave out when there is only one', () => {
    const parameters = new URLSearchParams(formatQuery(withoutParameters(goodRequest, 'provider_id')));
    const only = { ...context, onlyProvider: { providerId: '1000' } };
    expect(readAuthorizationRequest(parameters, only)).toMatchObject({
      outcome: 'accepted',
      provider: { providerId: '1000' },
    });
  });
});

describe('PKCE', () => {
  const withPkce = (challenge: string, method: string) =>
    withValue(withValue(goodRequest, 'code_challenge', challenge), 'code_challenge_method', method);

  it('A10 is honoured when a client that need not use it does', () =>
    expect(requestOf(withPkce(codeChallenge, 'S256')).codeChallenge).toBe(codeChallenge));

  it.each([
    [
      'a missing challenge of a public client',
      withoutParameters(goodPublicRequest, 'code_challenge', 'code_challenge_method'),
    ],
    ['a missing challenge of a client that must use it', withRequired(careful.clientId)],
    ['a missing method, which means plain', withPkce(codeChallenge, '')],
    ['the method plain', withPkce(codeChallenge, 'plain')],
    ['the method s256', withPkce(codeChallenge, 's256')],
    ['a method without a challenge', withPkce('', 'S256')],
    ['a challenge of 42 characters', withPkce(codeChallenge.slice(1), 'S256')],
    ['a challenge of 44 characters', withPkce(`${codeChallenge}A`, 'S256')],
    ['a challenge in plain base64', withPkce(`+${codeChallenge.slice(1)}`, 'S256')],
  ])('A10 %s is invalid_request', (_, parameters) => expect(errorOf(parameters)).toBe('invalid_request'));
});

describe('state', () => {
  it.each([
    ['1 character', 's'],
    ['2000 characters', 's'.repeat(2000)],
    ['2000 astral characters', '😀'.repeat(2000)],
    ['quotes and signs', `'"&%+#=?;/\\ `],
    ['a byte order mark', '\ufeffs'],
  ])('A11 of %s is given back byte for byte', (_, state) => {
    expect(requestOf(withValue(goodRequest, 'state', state)).state).toBe(state);
    expect(answerTo(withoutParameters(withValue(goodRequest, 'state', state), 'scope'))).toHaveProperty('state', state);
  });

  it.each([
    ['repeated', [...goodRequest, ['state', 'other']]],
    ['too long', withValue(goodRequest, 'state', 's'.repeat(2001))],
    ['empty', withValue(goodRequest, 'state', '')],
    ...['\0', '\t', '\r\n', '\x1b', '\x7f', '\x85', '\x9f'].map(
      (control) => [`with ${JSON.stringify(control)} in it`, withValue(goodRequest, 'state', `a${control}b`)] as const,
    ),
  ] as [string, Parameters][])('A11 that is %s is not given back', (_, parameters) =>
    expect(answerTo(parameters)).not.toHaveProperty('state'),
  );

  it('A11 that is not UTF-8 is refused, because it could not be given back byte for byte', () => {
    const reading = readQuery(`${formatQuery(withoutParameters(goodRequest, 'state'))}&state=a%FFb`);
    expect(reading).toMatchObject({ outcome: 'refused', error: 'invalid_request' });
    expect(reading).toHaveProperty('redirectTo', expect.not.stringContaining('state='));
  });
});

describe('language', () => {
  it.each([
    ['is French when language says so', { language: 'fr-CA', ui_locales: 'en' }, 'fr'],
    ['is the first of ui_locales that we have', { ui_locales: 'de fr en' }, 'fr'],
    ['is English when we do not have it', { language: 'de', ui_locales: 'fr' }, 'en'],
  ])('A22 %s, and never an error', (_, asked, language) =>
    expect(requestOf([...goodRequest, ...Object.entries(asked)]).language).toBe(language),
  );
});
