import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  expectOneFault,
  provider,
  read,
  readRecipient,
  recipient,
  registryOf,
} from '../../test/world/registry-file.ts';

const publicJwk = ({ publicKey }: { publicKey: KeyObject }) => publicKey.export({ format: 'jwk' });
const jwk = publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const p384 = publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-384' }));
const shortRsa = publicJwk(generateKeyPairSync('rsa', { modulusLength: 1024 }));

describe('a recipient of the registry', () => {
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

  it('may hold fields of RFC 7591 and FDX that are not read here', () =>
    expect(readRecipient({ contacts: ['a@budget.example'], software_id: 'x' }).outcome).toBe('read'));

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

describe('a fault of a recipient is the path of the field and a sentence', () => {
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

  it('when one of two hashes is none', () =>
    expectOneFault(
      readRecipient({ client_secret_sha256: ['ab'.repeat(32), 'secret'] }),
      'recipients[0].client_secret_sha256[1]',
    ));

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
    ['client_secret_sha256', []],
    ['client_secret_sha256', ['ab'.repeat(32), 'cd'.repeat(32), 'ef'.repeat(32)]],
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
});
