import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import { dataClusters } from '../../lib/oauth/scope.ts';
import { fapiClientId, fapiPublicJwk, fapiRedirectUri } from './fapi-recipient.ts';

// The library warns of its own adapter only.
class Memory extends MemoryAdapter {}

/** oidc-provider under the FAPI 2.0 profile, with the same client; its customer signs in and allows without being asked. */
export async function startFapiReferee() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const off = { enabled: false };
  const provider: Provider = new Provider(issuer, {
    adapter: Memory,
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: [
      {
        client_id: fapiClientId,
        redirect_uris: [fapiRedirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        scope: dataClusters.join(' '),
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [{ ...fapiPublicJwk, kid: 'ledger-1' }] },
        dpop_bound_access_tokens: true,
        require_pushed_authorization_requests: true,
      },
    ],
    scopes: [...dataClusters],
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    issueRefreshToken: () => true,
    rotateRefreshToken: false,
    expiresWithSession: () => false,
    ttl: { Interaction: 600, Session: 600, Grant: 600 },
    pkce: { required: () => true },
    features: {
      devInteractions: off,
      resourceIndicators: off,
      pushedAuthorizationRequests: { enabled: true },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
    },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    extraParams: ['provider_id', 'language', 'correlation_id'],
  } as never);
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    const { prompt, session, params } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: 'noah' } });
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) });
    grant.addOIDCScope(String(params.scope));
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  });
  return { issuer, stop: () => new Promise((resolve) => server.close(resolve)) };
}
