import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { byLanguage, languages } from '#i18n/locale.ts';
import { findOnlyProvider, loadRegistry, type Registry, readRegistry } from './registry.ts';

const publicJwk = ({ publicKey }: { publicKey: KeyObject }) => publicKey.export({ format: 'jwk' });
const jwk = publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const p384 = publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-384' }));
const shortRsa = publicJwk(generateKeyPairSync('rsa', { modulusLength: 1024 }));

type Fields = Record<string, unknown>;

const provider = {
  provider_id: '1000',
  name: 'Maple Bank',
  sign_in: { type: 'sample' },
  accounts: { type: 'sample' },
};
const account = {
  accountId: 'a-1',
  accountCategory: 'DEPOSIT_ACCOUNT',
  accountType: 'CHECKING',
  accountNumberDisplay: '1234',
  status: 'OPEN',
  currency: 'CAD',
};
const customer = { sub: 'noah', username: 'noah', password: 'maple-leaf', name: 'Noah Singh', accounts: [account] };
const recipient = {
  client_id: 'budget',
  client_name: 'Budget Buddy',
  description: 'Helps you plan.',
  registered_entity_name: 'Budget Buddy Inc.',
  redirect_uris: ['https://budget.example/callback'],
  scope: 'ACCOUNT_BASIC TRANSACTIONS',
  token_endpoint_auth_method: 'client_secret_basic',
  client_secret_sha256: 'ab'.repeat(32),
  duration_type: ['TIME_BOUND'],
  duration_period: 365,
};

const read = (providers: unknown, recipients: unknown) => readRegistry(JSON.stringify({ providers, recipients }));
const readProvider = (changes: Fields) => read([{ ...provider, ...changes }], [recipient]);
const readRecipient = (changes: Fields) => read([provider], [{ ...recipient, ...changes }]);
const readCustomer = (changes: Fields) => readProvider({ customers: [{ ...customer, ...changes }] });
const readAccount = (changes: Fields) => readCustomer({ accounts: [{ ...account, ...changes }] });

function registryOf(reading: ReturnType<typeof readRegistry>): Registry {
  if (reading.outcome === 'refused') throw new Error(reading.faults.join('; '));
  return reading.registry;
}
function faultsOf(reading: ReturnType<typeof readRegistry>): string[] {
  if (reading.outcome === 'read') throw new Error('was read');
  return reading.faults;
}

const upstream = {
  type: 'oidc',
  issuer: 'https://login.example',
  client_id: 'accord',
  client_secret_env: 'BANK_SECRET',
  scope: 'openid',
};

/** One fault: the path of the field and, with that as its subject, a plain sentence. */
function expectOneFault(reading: ReturnType<typeof readRegistry>, path: string) {
  const [fault = '', ...others] = faultsOf(reading);
  expect(others).toEqual([]);
  expect(fault.slice(0, path.length + 1)).toBe(`${path} `);
  expect(fault.slice(path.length + 1)).toMatch(/^[a-z]+ .*[^:]$/);
}

describe('a registry', () => {
  it('is the sample world of the demo', () =>
    expect(loadRegistry(fileURLToPath(new URL('../../demo/registry.json', import.meta.url))).outcome).toBe('read'));

  it('is read with no more than the required fields', () => {
    const { providers, recipients } = registryOf(read([provider], [recipient]));
    expect([...providers.keys()]).toEqual(['1000']);
    expect(recipients.get('budget')).toMatchObject({
      redirectUris: ['https://budget.example/callback'],
      scope: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
      requirePkce: false,
      status: 'active',
      limits: { durationTypes: ['TIME_BOUND'], durationPeriod: 365 },
      intermediaries: [],
    });
  });

  it('may have no recipients yet', () => expect(registryOf(read([provider], [])).recipients.size).toBe(0));

  it('may hold fields of RFC 7591 and FDX that are not read here', () =>
    expect(readRecipient({ contacts: ['a@budget.example'], software_id: 'x' }).outcome).toBe('read'));

  it('may hold more of an account than is read here', () =>
    expect(readAccount({ balanceAsOf: '2026-03-12', currentBalance: 12 }).outcome).toBe('read'));

  it('may tag every localized text with every language', () => {
    for (const language of languages) {
      const { providers } = registryOf(readProvider({ [`name#${language}`]: 'Tagged' }));
      expect(providers.get('1000')?.name).toEqual({ ...byLanguage(() => 'Maple Bank'), [language]: 'Tagged' });
      const { recipients } = registryOf(
        readRecipient({
          [`client_name#${language}`]: 'Tagged',
          [`description#${language}`]: 'Tagged',
          intermediaries: [{ name: 'Relay', role: 'carrier', [`role#${language}`]: 'Tagged' }],
        }),
      );
      const { name, description, intermediaries } = recipients.get('budget') ?? {};
      for (const text of [name, description, intermediaries?.[0]?.role]) expect(text?.[language]).toBe('Tagged');
    }
  });

  it('says the one text in both languages when there is no French', () =>
    expect(registryOf(readRecipient({})).recipients.get('budget')?.name).toEqual({
      en: 'Budget Buddy',
      fr: 'Budget Buddy',
    }));

  it('says each language its own text', () => {
    const registry = registryOf(
      read([{ ...provider, 'name#fr': 'Banque Érable' }], [{ ...recipient, 'client_name#fr': 'Budget Copain' }]),
    );
    expect(registry.recipients.get('budget')?.name.fr).toBe('Budget Copain');
    expect(registry.providers.get('1000')?.name).toEqual({ en: 'Maple Bank', fr: 'Banque Érable' });
  });

  it('has an only provider when there is one, and none when there are two', () => {
    expect(findOnlyProvider(registryOf(read([provider], [])))?.providerId).toBe('1000');
    expect(findOnlyProvider(registryOf(read([provider, { ...provider, provider_id: '2000' }], [])))).toBeUndefined();
  });

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

  it.each([
    ['ONE_TIME, and no period', { duration_type: ['ONE_TIME'], duration_period: undefined }],
    ['a period of one day', { duration_period: 1 }],
    ['no secret, being public', { token_endpoint_auth_method: 'none', client_secret_sha256: undefined }],
    ['a secret sent in the form', { token_endpoint_auth_method: 'client_secret_post' }],
    ['keys', { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [jwk] } }],
    ['the highest profile', { profile: 'fapi2', token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [jwk] } }],
    ['the address of keys', { token_endpoint_auth_method: 'private_key_jwt', jwks_uri: 'https://budget.example/jwks' }],
    ['intermediaries', { intermediaries: [{ name: 'Relay', uri: 'https://relay.example' }] }],
    ['a logo elsewhere', { logo_uri: 'https://budget.example/logo.svg' }],
    ['the status suspended', { status: 'suspended' }],
  ])('is read with a recipient that has %s', (_, fields) => expect(readRecipient(fields).outcome).toBe('read'));
});

describe('a fault of the registry is the path of the field and a sentence', () => {
  it.each(['provider_id', 'name', 'sign_in', 'accounts'])('when a provider has no %s', (field) =>
    expectOneFault(readProvider({ [field]: undefined }), `providers[0].${field}`),
  );

  it.each([
    'client_id',
    'client_name',
    'description',
    'registered_entity_name',
    'redirect_uris',
    'scope',
    'token_endpoint_auth_method',
    'client_secret_sha256',
    'duration_type',
    'duration_period',
  ])('when a recipient has no %s', (field) =>
    expectOneFault(readRecipient({ [field]: undefined }), `recipients[0].${field}`),
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

  it.each([
    ['client_id', ''],
    ['client_id', 'budget buddy'],
    ['client_id', 'érable'],
    ['client_name', ''],
    ['client_name#fr', ''],
    ['description', 'x'.repeat(301)],
    ['client_uri', 'budget.example'],
    ['policy_uri', 'javascript:alert(1)'],
    ['logo_uri', 'data:image/svg+xml,x'],
    ['registry', 'NOBODY'],
    ['redirect_uris', []],
    ['redirect_uris', 'https://budget.example/callback'],
    ['scope', 'ACCOUNT_BASIC EVERYTHING'],
    ['scope', 'TRANSACTIONS'],
    ['scope', ''],
    ['token_endpoint_auth_method', 'client_secret_jwt'],
    ['client_secret_sha256', 'secret'],
    ['client_secret_sha256', 'AB'.repeat(32)],
    ['require_pkce', 'yes'],
    ['duration_type', []],
    ['duration_period', 0],
    ['duration_period', 366],
    ['duration_period', 1.5],
    ['duration_period', '365'],
    ['lookback_period', -1],
    ['status', 'asleep'],
  ])('when %s of a recipient is %j', (field, value) =>
    expectOneFault(readRecipient({ [field]: value }), `recipients[0].${field}`),
  );

  it.each([
    'http://budget.example/callback',
    'javascript:alert(1)',
    'data:text/html,x',
    'cashflow:/callback',
    'https://budget.example/callback#part',
    'https://*.budget.example/callback',
    'https://user@budget.example/callback',
  ])('A4 when one of the redirect URIs is %s', (uri) =>
    expectOneFault(
      readRecipient({ redirect_uris: ['https://budget.example/', uri] }),
      'recipients[0].redirect_uris[1]',
    ),
  );

  it('when a recipient that signs has neither jwks nor jwks_uri', () =>
    expectOneFault(readRecipient({ token_endpoint_auth_method: 'private_key_jwt' }), 'recipients[0].jwks'));

  it.each<[string, object, string]>([
    ['a private key', { jwks: { keys: [{ ...jwk, d: 'x' }] } }, 'recipients[0].jwks.keys[0]'],
    ['half a key', { jwks: { keys: [{ kty: 'EC' }] } }, 'recipients[0].jwks.keys[0]'],
    ['a key on another curve', { jwks: { keys: [p384] } }, 'recipients[0].jwks.keys[0]'],
    ['a shared secret for a key', { jwks: { keys: [{ kty: 'oct', k: 'x' }] } }, 'recipients[0].jwks.keys[0]'],
    ['an RSA key of 1024 bits', { jwks: { keys: [shortRsa] } }, 'recipients[0].jwks.keys[0]'],
    [
      'keys and their address',
      { jwks: { keys: [jwk] }, jwks_uri: 'https://ledger.example/jwks' },
      'recipients[0].jwks',
    ],
    ['keys in the open', { jwks_uri: 'http://ledger.example/jwks' }, 'recipients[0].jwks_uri'],
    ['a profile that is not known', { jwks: { keys: [jwk] }, profile: 'fapi1' }, 'recipients[0].profile'],
  ])('O7 when a recipient that signs has %s', (_, fields, path) =>
    expectOneFault(readRecipient({ token_endpoint_auth_method: 'private_key_jwt', ...fields }), path),
  );

  it('when a recipient of the highest profile has a secret', () =>
    expectOneFault(readRecipient({ profile: 'fapi2' }), 'recipients[0].token_endpoint_auth_method'));

  it('when a duration type is not known', () =>
    expectOneFault(readRecipient({ duration_type: ['TIME_BOUND', 'FOREVER'] }), 'recipients[0].duration_type[1]'));

  it('when an intermediary has no name', () =>
    expectOneFault(
      readRecipient({ intermediaries: [{ uri: 'https://relay.example' }] }),
      'recipients[0].intermediaries[0].name',
    ));

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

  it.each<[string, ReturnType<typeof read>]>([
    ['comment', readRegistry(JSON.stringify({ providers: [provider], recipients: [], comment: 'x' }))],
    ['providers[0].Name', readProvider({ Name: 'x' })],
    ['providers[0].name#de', readProvider({ 'name#de': 'x' })],
    ['providers[0].sign_in.client', readProvider({ sign_in: { type: 'sample', client: 'x' } })],
    ['providers[0].accounts.uri', readProvider({ accounts: { type: 'sample', uri: 'x' } })],
    ['providers[0].customers[0].email', readCustomer({ email: 'x' })],
    ['recipients[0].Status', readRecipient({ Status: 'suspended' })],
    ['recipients[0].requirePkce', readRecipient({ requirePkce: true })],
    ['recipients[0].client_name#fr-CA', readRecipient({ 'client_name#fr-CA': 'x' })],
    ['recipients[0].intermediaries[0].url', readRecipient({ intermediaries: [{ name: 'Relay', url: 'x' }] })],
  ])('when %s is not known', (path, reading) => expectOneFault(reading, path));

  it('for each field that is not known', () =>
    expect(faultsOf(readRecipient({ Status: 'x', pkce: true }))).toHaveLength(2));

  const textFields = {
    'a control character': 'Budget\u0007Buddy',
    'a line break': 'Budget\nBuddy',
    'a right-to-left override': 'Budget\u202eyddB',
    'a bidirectional isolate': 'Budget\u2066Buddy',
    'a zero-width space': 'Budget\u200bBuddy',
    'a soft hyphen': 'Budget\u00adBuddy',
    'a filler that looks like a space': 'Budget\u3164Buddy',
    'a line separator': 'Budget\u2028Buddy',
  };
  it.each(Object.entries(textFields))('when a text holds %s', (_, value) => {
    for (const field of ['client_name', 'client_name#fr', 'description', 'description#fr', 'registered_entity_name'])
      expectOneFault(readRecipient({ [field]: value }), `recipients[0].${field}`);
    for (const field of ['name', 'name#fr', 'registered_entity_id'])
      expectOneFault(readProvider({ [field]: value }), `providers[0].${field}`);
    expectOneFault(readCustomer({ name: value }), 'providers[0].customers[0].name');
    for (const field of ['nickname', 'productName', 'accountType', 'accountNumberDisplay'])
      expectOneFault(readAccount({ [field]: value }), `providers[0].customers[0].accounts[0].${field}`);
  });

  it('when two providers have one provider_id', () =>
    expectOneFault(read([provider, provider], [recipient]), 'providers[1].provider_id'));

  it('when two recipients have one client_id', () =>
    expectOneFault(read([provider], [recipient, recipient]), 'recipients[1].client_id'));

  it('when there is no provider', () => expectOneFault(read([], [recipient]), 'providers'));
  it('when there are no recipients, not even an empty list', () =>
    expectOneFault(read([provider], undefined), 'recipients'));

  it('for every field that is wrong, at once', () => {
    const faults = faultsOf(read([{ ...provider, name: '' }], [{ ...recipient, status: 'x', duration_period: 400 }]));
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'providers[0].name',
      'recipients[0].duration_period',
      'recipients[0].status',
    ]);
  });

  it.each(['', '{', 'null', '[]', '"x"', '\ufeff'])('when the file is %j', (json) => {
    const [fault, ...others] = faultsOf(readRegistry(json));
    expect(others).toEqual([]);
    expect(fault?.split(' ').length).toBeGreaterThan(3);
  });

  it('when the file is not there', () => {
    const faults = faultsOf(loadRegistry('/nowhere/registry.json'));
    expect(faults).toEqual([expect.stringContaining('cannot be read')]);
  });
});
