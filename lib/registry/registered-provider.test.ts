import { describe, expect, it } from 'vitest';
import { customer, expectOneFault, readAccount, readCustomer, readProvider } from '../../test/world/registry-file.ts';

const upstream = {
  type: 'oidc',
  issuer: 'https://login.example',
  client_id: 'accord',
  client_secret_env: 'BANK_SECRET',
  scope: 'openid',
};

describe('a provider of the registry', () => {
  it('may hold more of an account than is read here', () =>
    expect(readAccount({ balanceAsOf: '2026-03-12', currentBalance: 12 }).outcome).toBe('read'));

  it.each([
    [
      'an upstream OpenID provider',
      {
        sign_in: {
          type: 'oidc',
          issuer: 'https://login.example',
          client_id: 'accord',
          client_secret_env: 'LOGIN_SECRET',
          scope: 'openid',
        },
      },
    ],
    [
      'an FDX data API',
      {
        sign_in: upstream,
        accounts: { type: 'fdx', base_uri: 'https://api.example/fdx/v6' },
        resource: 'https://api.example',
      },
    ],
    ['sample customers', { customers: [customer] }],
    [
      'help and colours',
      {
        logo_uri: '/demo/maple.svg',
        accent_color: '#8A1538',
        help_uri: 'https://maple.example',
        help_phone: '+1 800 555-0100',
      },
    ],
  ])('is read with a provider that has %s', (_, fields) => expect(readProvider(fields).outcome).toBe('read'));
});

describe('a fault of a provider is the path of the field and a sentence', () => {
  it.each(['provider_id', 'name', 'sign_in', 'accounts'])('when a provider has no %s', (field) =>
    expectOneFault(readProvider({ [field]: undefined }), `providers[0].${field}`),
  );

  it.each([
    ['provider_id', ''],
    ['provider_id', 'a b'],
    ['name', '  '],
    ['name', 7],
    ['name#fr', ''],
    ['logo_uri', 'maple.svg'],
    ['logo_uri', 'javascript:alert(1)'],
    ['accent_color', 'red'],
    ['accent_color', '#8a15380'],
    ['help_uri', 'javascript:alert(1)'],
    ['help_phone', 'call us'],
    ['resource', 'accounts'],
    ['sign_in', 'sample'],
    ['sign_in.type', { type: 'magic' }],
    ['sign_in.issuer', { type: 'oidc', client_id: 'a', client_secret_env: 'S', scope: 'openid' }],
    [
      'sign_in.client_secret_env',
      {
        type: 'oidc',
        issuer: 'https://login.example',
        client_id: 'a',
        client_secret_env: 'the secret',
        scope: 'openid',
      },
    ],
    ['sign_in.issuer', { ...upstream, issuer: 'http://login.example' }],
    ['sign_in.scope', { ...upstream, scope: 'profile' }],
    ['sign_in.client_key_env', { ...upstream, token_endpoint_auth_method: 'private_key_jwt' }],
    ['sign_in.max_age', { ...upstream, max_age: -1 }],
    ['accounts', { type: 'fdx', base_uri: 'https://api.example' }],
    ['customers', {}],
  ])('when %s of a provider is %j', (path, value) =>
    expectOneFault(readProvider({ [path.split('.')[0] ?? '']: value }), `providers[0].${path}`),
  );

  it.each(['ftp://api.example', 'http://api.example', '/fdx'])('when accounts are at %s', (base_uri) =>
    expectOneFault(
      readProvider({ sign_in: upstream, accounts: { type: 'fdx', base_uri } }),
      'providers[0].accounts.base_uri',
    ),
  );

  it.each(['sub', 'username', 'password', 'name'])('when a customer has no %s', (field) =>
    expectOneFault(readCustomer({ [field]: undefined }), `providers[0].customers[0].${field}`),
  );

  it.each([
    ['accountId', ''],
    ['accountId', 'a 1'],
    ['accountCategory', 'SOCK'],
    ['accountNumberDisplay', undefined],
    ['status', 'open'],
    ['currency', 'dollars'],
  ])('when %s of an account is %j', (field, value) =>
    expectOneFault(readAccount({ [field]: value }), `providers[0].customers[0].accounts[0].${field}`),
  );
});
