import { describe, expect, it } from 'vitest';
import { readLanguage } from '#i18n/locale.ts';
import { registeredRecipient, secret } from '../../test/world/registration.ts';
import { authenticateClient } from './client-authentication.ts';
import { authorizationServerMetadata } from './metadata.ts';
import { readAuthorizationRequest } from './read-authorization-request.ts';
import { readTokenRequest } from './token-request.ts';

const issuer = 'https://consent.bank.example';
const metadata = authorizationServerMetadata(issuer, ['en', 'fr']);
const redirect_uri = 'https://ledger.example/callback';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

function ask(change: Record<string, string>, client = registeredRecipient()) {
  const good = { client_id: 'ledger', redirect_uri, response_type: 'code', state: 's', scope: 'ACCOUNT_BASIC' };
  return readAuthorizationRequest(new URLSearchParams({ ...good, ...change }), {
    issuer,
    findRecipient: () => client,
    findProvider: () => undefined,
    onlyProvider: { providerId: '1000' },
    readLanguage,
    newCorrelationId: () => 'journey-1',
  });
}

describe('the metadata', () => {
  it('O1 names the issuer exactly, and all addresses under it', () => {
    expect(metadata.issuer).toBe(issuer);
    const addresses = Object.entries(metadata).filter(([name]) => /_endpoint$|_uri$/.test(name));
    expect(addresses.length).toBeGreaterThan(2);
    for (const [, address] of addresses) expect(address).toMatch(/^https:\/\/consent\.bank\.example\/[a-z]+$/);
  });

  it('O1 names what RFC 8414 §2 requires', () => {
    for (const name of ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri', 'response_types_supported'])
      expect(metadata).toHaveProperty(name);
  });

  it('O1 names where developers read on: the bank’s own page, or what is served here', () => {
    expect(metadata.service_documentation).toBe(`${issuer}/openapi.json`);
    const page = 'https://developers.bank.example/';
    expect(authorizationServerMetadata(issuer, [], page).service_documentation).toBe(page);
  });

  it('O1 names every scope that can be asked for, and no other', () => {
    for (const scope of metadata.scopes_supported)
      expect(ask({ scope: `ACCOUNT_BASIC ${scope}` })).toMatchObject({ outcome: 'accepted' });
    expect(new Set(metadata.scopes_supported)).toEqual(new Set(registeredRecipient().scope));
  });

  it('O1 names the response type that is answered', () => {
    for (const response_type of metadata.response_types_supported)
      expect(ask({ response_type })).toMatchObject({ outcome: 'accepted' });
    expect(ask({ response_type: 'token' })).toMatchObject({ error: 'unsupported_response_type' });
  });

  it('O1 names the grant types that are exchanged, and no other', () => {
    const form = { code: 'c', redirect_uri, refresh_token: 'r' };
    for (const grant_type of metadata.grant_types_supported)
      expect(readTokenRequest(new URLSearchParams({ grant_type, ...form }))).toMatchObject({ outcome: 'read' });
    for (const grant_type of ['password', 'implicit', 'urn:ietf:params:oauth:grant-type:device_code'])
      expect(readTokenRequest(new URLSearchParams({ grant_type, ...form }))).toMatchObject({
        error: 'unsupported_grant_type',
      });
  });

  it('O2 names S256 as the only challenge method', () => {
    expect(metadata.code_challenge_methods_supported).toEqual(['S256']);
    expect(ask({ code_challenge: challenge, code_challenge_method: 'S256' })).toMatchObject({ outcome: 'accepted' });
    expect(ask({ code_challenge: challenge, code_challenge_method: 'plain' })).toMatchObject({
      error: 'invalid_request',
    });
  });

  it('O2 names the methods by which a client is authenticated, each of which works', async () => {
    const works: Record<string, [string | null, Record<string, string>]> = {
      client_secret_basic: [`Basic ${Buffer.from(`ledger:${encodeURIComponent(secret)}`).toString('base64')}`, {}],
      client_secret_post: [null, { client_id: 'ledger', client_secret: secret }],
      none: [null, { client_id: 'ledger' }],
    };
    // `private_key_jwt` is proved in client-authentication.test.ts.
    expect([...metadata.token_endpoint_auth_methods_supported].sort()).toEqual(
      ['private_key_jwt', ...Object.keys(works)].sort(),
    );
    for (const [token_endpoint_auth_method, [header, form]] of Object.entries(works)) {
      const client = registeredRecipient({ token_endpoint_auth_method });
      const authentication = await authenticateClient(header, new URLSearchParams(form), {
        findClient: () => client,
        issuer: metadata.issuer,
        now: 0,
        keysOf: () => undefined,
        isFirstUse: async () => false,
        explain: () => {},
      });
      expect(authentication.outcome, token_endpoint_auth_method).toBe('authenticated');
    }
  });

  it('O2 names the languages that it is told, which are all answered', () => {
    expect(metadata.ui_locales_supported).toEqual(['en', 'fr']);
    for (const ui_locales of metadata.ui_locales_supported)
      expect(readLanguage(new URLSearchParams({ ui_locales }))).toBe(ui_locales);
  });

  it('A12 says that answers carry the issuer, as they do', () => {
    expect(metadata.authorization_response_iss_parameter_supported).toBe(true);
    const refused = ask({ response_type: 'token' });
    expect(refused.outcome === 'refused' && new URL(refused.redirectTo).searchParams.get('iss')).toBe(metadata.issuer);
  });

  it.each([
    ['request', { request_parameter_supported: true }, { request: 'x.y.z' }],
    ['request_uri', { request_uri_parameter_supported: true }, { request_uri: 'urn:x' }],
  ])('O1 does not name %s, which is not supported', (_, name, change) => {
    expect(metadata).not.toMatchObject(name);
    expect(ask(change as Record<string, string>)).toMatchObject({ outcome: 'refused' });
  });

  it.each(['registration_endpoint', 'grant_management_actions_supported'])(
    'O1 does not name %s before it is built',
    (name) => {
      expect(metadata).not.toHaveProperty(name);
    },
  );
});
