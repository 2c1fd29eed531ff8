import { createServer } from 'node:http';
import { type Context, Provider } from 'oidc-provider';
import { recipient } from './authorization-code.ts';
import { openAdapters } from './oidc-provider-adapter.ts';
import { answerInteraction } from './oidc-provider-interaction.ts';
import { openPostgresAdapters } from './oidc-provider-postgres-adapter.ts';

const { PORT = '', DATABASE_URL = '', SIGNING_KEY = '' } = process.env;
const issuer = `http://localhost:${PORT}`;
const off = { enabled: false };

const provider = new Provider(issuer, {
  adapter: DATABASE_URL.startsWith('file:')
    ? openAdapters(DATABASE_URL.slice('file:'.length))
    : await openPostgresAdapters(DATABASE_URL),
  jwks: { keys: [JSON.parse(SIGNING_KEY)] },
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  clients: [
    {
      client_id: recipient.clientId,
      client_secret: recipient.clientSecret,
      redirect_uris: [recipient.redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
    },
  ],
  responseTypes: ['code'],
  pkce: { required: () => true },
  features: {
    devInteractions: off,
    dPoP: off,
    userinfo: off,
    rpInitiatedLogout: off,
    pushedAuthorizationRequests: off,
    resourceIndicators: {
      enabled: true,
      defaultResource: () => issuer,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: recipient.scope,
        audience: issuer,
        accessTokenTTL: 900,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
  // A consent of open banking outlives the session it was given in, and each request asks for a new one.
  expiresWithSession: () => false,
  issueRefreshToken: () => recipient.getsRefreshToken,
  loadExistingGrant: ({ oidc }: Context) => {
    const grantId = oidc.result?.consent?.grantId;
    return grantId === undefined ? undefined : provider.Grant.find(grantId);
  },
  findAccount: (_context: Context, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
  interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
  ttl: {
    AccessToken: 900,
    AuthorizationCode: 60,
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
