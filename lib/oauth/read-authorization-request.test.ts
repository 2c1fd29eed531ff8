import { describe, expect, it } from 'vitest';
import {
  codeChallenge,
  context,
  formatQuery,
  goodPublicRequest,
  goodRequest,
  issuer,
  withoutParameters,
  withValue,
} from '../../test/referee/good-request.ts';
import { answerTo, errorOf, read, readQuery, requestOf } from '../../test/world/authorization-reading.ts';
import { formatAuthorizationRequest } from './authorization-request.ts';
import { authorizationServerMetadata } from './metadata.ts';
import { readAuthorizationRequest } from './read-authorization-request.ts';

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
    expect(answerTo(silent)).toMatchObject({ error: 'interaction_required', state: 'af0ifjsldkj' });
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

describe('language', () => {
  it.each([
    ['is French when language says so', { language: 'fr-CA', ui_locales: 'en' }, 'fr'],
    ['is the first of ui_locales that we have', { ui_locales: 'de fr en' }, 'fr'],
    ['is English when we do not have it', { language: 'de', ui_locales: 'fr' }, 'en'],
  ])('A22 %s, and never an error', (_, asked, language) =>
    expect(requestOf([...goodRequest, ...Object.entries(asked)]).language).toBe(language),
  );
});
