import { describe, expect, it } from 'vitest';
import { providerRegistration, registeredProvider } from '../../test/world/registration.ts';
import { provider } from './provider.ts';

const faultsOf = (change: object) => {
  const parsed = provider.safeParse({ ...providerRegistration, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

describe('a provider', () => {
  it('needs an id, a name, a way to sign in and accounts, and nothing else', () => {
    const { provider_id, name, sign_in, accounts } = providerRegistration;
    const least = provider.parse({ provider_id, name, sign_in, accounts });
    expect(least).toMatchObject({ name: { en: 'Maple Bank', fr: 'Maple Bank' }, customers: [] });
    expect(least.accentColor).toMatch(/^#[0-9a-f]{6}$/);
    for (const field of ['provider_id', 'name', 'sign_in', 'accounts'])
      expect(faultsOf({ [field]: undefined })).toEqual([field]);
  });

  it('has its name in both languages', () => {
    expect(registeredProvider().name).toMatchObject({ en: 'Maple Bank', fr: 'Banque Érable' });
  });

  it('can sign customers in elsewhere, and take accounts from an FDX API', () => {
    const sign_in = {
      type: 'oidc',
      issuer: 'https://id.example',
      client_id: 'accord',
      client_secret_env: 'MAPLE_SECRET',
      scope: 'openid',
    };
    expect(faultsOf({ sign_in, accounts: { type: 'fdx', base_uri: 'https://api.example' } })).toEqual([]);
    expect(faultsOf({ sign_in: { ...sign_in, client_secret_env: 'the secret itself' } })).toEqual([
      'sign_in.client_secret_env',
    ]);
  });

  it.each([
    ['provider_id', ''],
    ['provider_id', 'a b'],
    ['provider_id', 'a;b'],
    ['provider_id', 'x'.repeat(65)],
    ['name', ' '],
    ['accent_color', 'red'],
    ['accent_color', '#12345'],
    ['accent_color', '#123456;}body{'],
    ['logo_uri', 'javascript:alert(1)'],
    ['logo_uri', '//evil.example/logo.svg'],
    ['logo_uri', 'logo.svg'],
    ['help_uri', 'javascript:alert(1)'],
    ['help_phone', 'call us'],
    ['resource', 'api'],
    ['sign_in', { type: 'magic' }],
  ])('is refused with %s %j, by the path of the field', (field, value) => {
    expect(faultsOf({ [field]: value })[0]).toMatch(new RegExp(`^${field}`));
  });
});
