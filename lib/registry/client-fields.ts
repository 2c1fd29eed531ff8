import { z } from 'zod';
import { redirectUri } from '../oauth/redirect-uri.ts';
import { dataClusters, readScope } from '../oauth/scope.ts';
import { secureAddress } from './address.ts';
import { publicKey } from './public-key.ts';

const allowedScope = z.string().transform((value, context) => {
  const reading = readScope(value, dataClusters);
  if (reading.outcome === 'read') return reading.clusters;
  context.addIssue(
    reading.reason === 'unknown'
      ? `must hold only ${dataClusters.join(' ')}`
      : 'must hold ACCOUNT_BASIC, the least there is to ask for',
  );
  return z.NEVER;
});

const isHash = 'must be the SHA-256 of the secret, 64 lower-case hex digits';
const secretHash = z.string().regex(/^[0-9a-f]{64}$/, isHash);

/** Who a client is, and the hashes of the secrets that prove it: two while one takes the place of the other. */
export const credentialFields = {
  client_id: z.string().regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 ASCII characters without spaces'),
  client_secret_sha256: z.union([secretHash.transform((hash) => [hash]), z.array(secretHash).min(1).max(2)], {
    error: ({ input }) => (input === undefined ? 'is missing' : `${isHash}, or a list of one or two of them`),
  }),
};

/** What the protocol needs to know of a recipient (RFC 7591 §2). */
export const clientFields = {
  client_id: credentialFields.client_id,
  redirect_uris: z.array(redirectUri).min(1),
  scope: allowedScope,
  token_endpoint_auth_method: z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']),
  client_secret_sha256: credentialFields.client_secret_sha256.optional(),
  profile: z.enum(['oauth2', 'fapi2']).default('oauth2'),
  jwks: z.object({ keys: z.array(publicKey).min(1) }).optional(),
  jwks_uri: secureAddress.optional(),
  notification_uri: secureAddress.optional(),
  require_pkce: z.boolean().default(false),
  status: z.enum(['active', 'suspended']).default('active'),
};
