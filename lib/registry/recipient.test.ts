import { describe, expect, it } from 'vitest';
import { recipientRegistration, registeredRecipient } from '../../test/world/registration.ts';
import { recipient } from './recipient.ts';

const faultsOf = (change: object) => {
  const parsed = recipient.safeParse({ ...recipientRegistration, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

describe('a recipient', () => {
  it('needs no more than the contract requires', () => {
    const { client_id, client_name, description, registered_entity_name, redirect_uris } = recipientRegistration;
    const least = {
      client_id,
      client_name,
      description,
      registered_entity_name,
      redirect_uris,
      scope: 'ACCOUNT_BASIC',
      token_endpoint_auth_method: 'none',
      duration_type: ['ONE_TIME'],
    };
    expect(recipient.parse(least)).toMatchObject({
      status: 'active',
      requirePkce: false,
      name: { en: 'Ledger', fr: 'Ledger' },
      intermediaries: [],
    });
    for (const field of Object.keys(least))
      expect(recipient.safeParse({ ...least, [field]: undefined }).success).toBe(false);
  });

  it('C1 keeps its name and purpose in both languages', () => {
    expect(registeredRecipient()).toMatchObject({
      name: { en: 'Ledger', fr: 'Grand Livre' },
      description: { en: 'Helps you plan a monthly budget.', fr: 'Vous aide à planifier un budget mensuel.' },
    });
  });

  it('A9 may be allowed clusters in any order, and has them in reading order', () => {
    expect(registeredRecipient({ scope: 'TRANSACTIONS ACCOUNT_BASIC TRANSACTIONS' }).scope).toEqual([
      'ACCOUNT_BASIC',
      'TRANSACTIONS',
    ]);
  });

  it.each<[string, object]>([
    ['client_secret_sha256', { client_secret_sha256: undefined }],
    ['client_secret_sha256', { client_secret_sha256: 'the secret itself' }],
    ['jwks', { token_endpoint_auth_method: 'private_key_jwt' }],
    ['token_endpoint_auth_method', { token_endpoint_auth_method: 'tls_client_auth' }],
    ['duration_period', { duration_period: undefined }],
    ['duration_period', { duration_period: 366 }],
    ['duration_period', { duration_period: 0 }],
    ['duration_period', { duration_period: 1.5 }],
    ['duration_period', { duration_period: '90' }],
    ['duration_type', { duration_type: [] }],
    ['duration_type.0', { duration_type: ['FOREVER'] }],
    ['lookback_period', { lookback_period: -1 }],
    ['scope', { scope: '' }],
    ['scope', { scope: 'TRANSACTIONS' }],
    ['scope', { scope: 'ACCOUNT_BASIC openid' }],
    ['redirect_uris', { redirect_uris: [] }],
    ['redirect_uris.1', { redirect_uris: ['https://a.example/', 'http://a.example/'] }],
    ['client_id', { client_id: 'with space' }],
    ['client_uri', { client_uri: 'javascript:alert(1)' }],
    ['policy_uri', { policy_uri: 'data:text/html,x' }],
    ['logo_uri', { logo_uri: '//evil.example/logo.svg' }],
    ['status', { status: 'paused' }],
    ['client_name', { client_name: '' }],
  ])('is refused for its %s with %j', (path, change) => {
    expect(faultsOf(change)).toEqual([path]);
  });

  it('may have no period when it asks once', () => {
    expect(faultsOf({ duration_type: ['ONE_TIME'], duration_period: undefined })).toEqual([]);
  });
});
