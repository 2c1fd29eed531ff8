import { createLocalJWKSet } from 'jose';
import { authenticateClient } from '../../lib/oauth/client-authentication.ts';
import { generateSigningKey } from '../../lib/oauth/json-web-key.ts';
import type { Recipient } from '../../lib/registry/recipient.ts';
import { registeredRecipient } from './registration.ts';

export const issuer = 'https://consent.maple.example';
export const now = 1_773_327_600;
/** The keys of the client that signs, and of nobody here. */
export const signer = await generateSigningKey();
export const stranger = await generateSigningKey();

/** One client of each kind. */
export const clients = [
  registeredRecipient(),
  registeredRecipient({ client_id: 'poster', token_endpoint_auth_method: 'client_secret_post' }),
  registeredRecipient({ client_id: 'public', token_endpoint_auth_method: 'none', client_secret_sha256: undefined }),
  registeredRecipient({ client_id: 'suspended', status: 'suspended' }),
  registeredRecipient({ client_id: 'suspended-public', token_endpoint_auth_method: 'none', status: 'suspended' }),
  registeredRecipient({
    client_id: 'signer',
    token_endpoint_auth_method: 'private_key_jwt',
    client_secret_sha256: undefined,
    jwks: { keys: [signer.publicJwk] },
  }),
];

/** Knows the clients that it is given, and sees each assertion once. */
export const contextFor = (findClient: (clientId: string) => Recipient | undefined) => {
  const seen = new Set<string>();
  return {
    findClient,
    issuer,
    now,
    keysOf: ({ jwks }: Recipient) => jwks && createLocalJWKSet(jwks),
    isFirstUse: async (clientId: string, jti: string) => {
      const isFirst = !seen.has(clientId + jti);
      seen.add(clientId + jti);
      return isFirst;
    },
    explain: () => {},
  };
};
export const context = contextFor((id) => clients.find(({ clientId }) => clientId === id));

export const authenticate = (authorization: string | null, form: Record<string, string> = {}) =>
  authenticateClient(authorization, new URLSearchParams(form), context);

// RFC 6749 §2.3.1: application/x-www-form-urlencoded, each half on its own.
export const formEncode = (value: string) => new URLSearchParams({ v: value }).toString().slice(2);
export const join = (clientId: string, password: string) =>
  `Basic ${Buffer.from(`${clientId}:${password}`).toString('base64')}`;
export const basic = (clientId: string, password: string) => join(formEncode(clientId), formEncode(password));
