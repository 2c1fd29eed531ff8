import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { type Context, Provider } from 'oidc-provider';
import { scope, withKey, withStoredTokens } from './client.ts';
import { openAdapters } from './oidc-provider-adapter.ts';
import { clientsWith } from './oidc-provider-clients.ts';
import { answerInteraction } from './oidc-provider-interaction.ts';
import { openPostgresAdapters } from './oidc-provider-postgres-adapter.ts';

const { PORT = '', PROCESSES = '1', DATABASE_URL = '', SIGNING_KEY = '', CLIENT_KEY = '' } = process.env;
const issuer = `http://localhost:${PORT}`;
const off = { enabled: false };
const on = { enabled: true };

async function serve(): Promise<void> {
  const provider = new Provider(issuer, {
    adapter: DATABASE_URL.startsWith('file:')
      ? openAdapters(DATABASE_URL.slice('file:'.length))
      : await openPostgresAdapters(DATABASE_URL),
    jwks: { keys: [JSON.parse(SIGNING_KEY)] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: clientsWith(JSON.parse(CLIENT_KEY)),
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: off,
      userinfo: off,
      rpInitiatedLogout: off,
      clientCredentials: on,
      introspection: on,
      pushedAuthorizationRequests: on,
      // As Accord does: a nonce that every process can make and know again.
      dPoP: { ...on, nonceSecret: Buffer.alloc(32, PORT), requireNonce: () => true },
      resourceIndicators: {
        ...on,
        defaultResource: () => issuer,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context: Context, _resource: string, { clientId }: { clientId: string }) => ({
          scope,
          audience: issuer,
          accessTokenTTL: 900,
          accessTokenFormat: clientId === withStoredTokens.id ? 'opaque' : 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    // A consent of open banking outlives the session it was given in, and each request asks for a new one.
    expiresWithSession: () => false,
    issueRefreshToken: () => true,
    // FAPI 2.0 §5.3.2.1: bound to a key of the client already, a refresh token does not change.
    rotateRefreshToken: ({ oidc }: Context) => oidc.client?.clientId !== withKey.id,
    loadExistingGrant: ({ oidc }: Context) => {
      const grantId = oidc.result?.consent?.grantId;
      return grantId === undefined ? undefined : provider.Grant.find(grantId);
    },
    findAccount: (_context: Context, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    ttl: {
      AccessToken: 900,
      AuthorizationCode: 60,
      ClientCredentials: 900,
      Grant: 365 * 86_400,
      Interaction: 600,
      RefreshToken: 365 * 86_400,
      Session: 86_400,
    },
  });
  const answerProtocol = provider.callback();
  const answerCustomer = answerInteraction(provider, issuer);
  createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answerProtocol(request, response);
    answerCustomer(request, response).catch((fault) => {
      console.error(fault);
      response.writeHead(500).end();
    });
  }).listen(Number(PORT), '127.0.0.1');
}

if (cluster.isPrimary && Number(PROCESSES) > 1) {
  // The processes take connections themselves, as Accord's do.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  for (let count = 0; count < Number(PROCESSES); count += 1) cluster.fork();
} else {
  await serve();
}
