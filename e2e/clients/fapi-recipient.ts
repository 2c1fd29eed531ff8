import { generateKeyPairSync } from 'node:crypto';
import { dataClusters } from '../../lib/oauth/scope.ts';
import { type RegistryFile, recipientOf } from '../support/registry.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The key with which the recipient of these tests signs, as its library wants it. */
export const signingKey = () =>
  crypto.subtle.importKey(
    'pkcs8',
    privateKey.export({ type: 'pkcs8', format: 'der' }),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );

/** Its public half, as a recipient publishes it. */
export const fapiPublicJwk = { ...publicKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' };

export const fapiClientId = 'ledger-fapi';
export const fapiRedirectUri = 'https://ledger.example/callback';

/** Adds a recipient of the FAPI 2.0 profile to a registry. */
export function addFapiRecipient(registry: RegistryFile, more: Record<string, unknown> = {}): void {
  const {
    client_secret_sha256: _,
    logo_uri: __,
    ...like
  } = recipientOf(registry, 'budget-buddy') as Record<string, unknown>;
  registry.recipients.push({
    ...like,
    client_id: fapiClientId,
    client_name: 'Ledger',
    profile: 'fapi2',
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [{ ...fapiPublicJwk, kid: 'ledger-1' }] },
    redirect_uris: [fapiRedirectUri],
    scope: dataClusters.join(' '),
    ...more,
  } as RegistryFile['recipients'][number]);
}
