import { redirectUri, resourceServer, withKey, withSecret, withStoredTokens } from './client.ts';

const recipient = {
  redirect_uris: [redirectUri],
  grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
};

/** The clients that Accord has in its registry, in the library's words; `jwk` is the public key of the one with a key. */
export const clientsWith = (jwk: Record<string, unknown>): Record<string, unknown>[] => [
  ...[withSecret, withStoredTokens].map(({ id, secret }) => ({ ...recipient, client_id: id, client_secret: secret })),
  {
    ...recipient,
    client_id: withKey.id,
    token_endpoint_auth_method: withKey.method,
    token_endpoint_auth_signing_alg: 'ES256',
    require_pushed_authorization_requests: true,
    dpop_bound_access_tokens: true,
    jwks: { keys: [jwk] },
  },
  {
    client_id: resourceServer.id,
    client_secret: resourceServer.secret,
    redirect_uris: [],
    response_types: [],
    grant_types: [],
  },
];
