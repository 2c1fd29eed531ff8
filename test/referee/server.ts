import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { needsPkce, type OAuthClient } from '../../lib/oauth/client.ts';
import { generateSigningKey } from '../../lib/oauth/json-web-key.ts';
import { dataClusters } from '../../lib/oauth/scope.ts';
import { confidential, issuer, publicClient } from './good-request.ts';

const off = { enabled: false };
/** The confidential client's secret, for pushed requests. */
const refereeSecret = 'a secret that is asked for when requests are pushed';
const clients = [confidential, publicClient];

// `native` is the only type of client with the loopback rule of RFC 8252 §7.3.
const registrationOf = (client: OAuthClient) => ({
  client_id: client.clientId,
  ...(client.tokenEndpointAuthMethod === 'none' ? {} : { client_secret: refereeSecret }),
  application_type: 'native',
  redirect_uris: client.redirectUris,
  scope: client.scope.join(' '),
  token_endpoint_auth_method: client.tokenEndpointAuthMethod,
});

/** The same clients, scopes and features at another authorization server, oidc-provider, on a port of this machine. */
export async function startReferee({ takesPushed = false } = {}) {
  const { privateJwk } = await generateSigningKey();
  const provider = new Provider(issuer, {
    jwks: { keys: [privateJwk] },
    cookies: { keys: ['a key for cookies that nobody keeps'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: clients.map(registrationOf),
    scopes: dataClusters,
    responseTypes: ['code'],
    pkce: {
      required: (_: unknown, { clientId }: OAuthClient) =>
        clients.some((client) => client.clientId === clientId && needsPkce(client)),
    },
    allowOmittingSingleRegisteredRedirectUri: false,
    extraParams: ['provider_id', 'correlation_id', 'language'],
    features: {
      devInteractions: off,
      pushedAuthorizationRequests: { enabled: takesPushed },
      resourceIndicators: off,
      dPoP: off,
    },
    renderError: (answer: { body: string; set(name: string, value: string): void }) => {
      answer.set('x-referee', 'page');
      answer.body = '';
    },
    interactions: { url: () => '/accepted' },
  });
  const server = createServer({ maxHeaderSize: 65_536 }, provider.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    ask: (query: string) =>
      new Promise<IncomingMessage>((resolve, reject) => {
        get({ host: '127.0.0.1', port, path: `/auth?${query}` }, (answer) => resolve(answer.resume())).on(
          'error',
          reject,
        );
      }),
    /** Pushes a request as the confidential client; gives the error, or `accepted`. */
    push: async (query: string): Promise<string> => {
      const authorization = `Basic ${btoa(`${confidential.clientId}:${encodeURIComponent(refereeSecret)}`)}`;
      const answer = await fetch(`http://127.0.0.1:${port}/request`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: query,
      });
      return answer.status === 201 ? 'accepted' : ((await answer.json()) as { error: string }).error;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
