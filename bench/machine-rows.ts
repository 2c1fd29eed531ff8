import { newAuthorizationRequest } from './authorization-code.ts';
import type { Browser } from './browser.ts';
import { type Client, resourceServer, withKey, withSecret, withStoredTokens } from './client.ts';
import { postAs } from './client-proof.ts';
import type { OAuthServer } from './contender.ts';
import { StepTimes } from './drive.ts';
import { type Answer, type Connections, send, unexpected } from './http-client.ts';
import { journey, obtainTokens } from './journey.ts';

/** One of those who ask at the same time. */
export interface Lane {
  oauth: OAuthServer;
  browser: Browser;
  connections: Connections;
}

/** One kind of request. */
export interface Row {
  /** With how the client proves itself, and what the access token is. */
  label: string;
  /** Gets what a lane needs for it, and gives the request that is measured: a fault unless it is answered well. */
  begin(lane: Lane): Promise<() => Promise<unknown>>;
}

function requireJson(answer: Answer, url: URL, status: number, member: string) {
  const json = answer.status === status ? JSON.parse(answer.body) : {};
  if (!json[member]) throw unexpected(answer, url);
  return json;
}

async function refresh({ oauth, browser, connections }: Lane, client: Client): Promise<() => Promise<unknown>> {
  const url = oauth.endpoints.token;
  const isKept = client === withKey;
  let { refresh_token = '' } = await obtainTokens(oauth, client, browser, connections);
  return async () => {
    const form = { grant_type: 'refresh_token', refresh_token };
    const answer = await postAs(client, connections, url, form, { dpop: isKept });
    const next: string = requireJson(answer, url, 200, 'access_token').refresh_token ?? refresh_token;
    if ((next === refresh_token) !== isKept) throw new Error(`refresh token kept: ${next === refresh_token}`);
    refresh_token = next;
  };
}

async function push({ oauth, connections }: Lane, client: Client): Promise<() => Promise<unknown>> {
  const { par, authorize } = oauth.endpoints;
  return async () => {
    const { url } = newAuthorizationRequest(client, authorize, oauth.parameters);
    const answer = await postAs(client, connections, par, Object.fromEntries(url.searchParams));
    requireJson(answer, par, 201, 'request_uri');
  };
}

export const rows = {
  introspect: {
    label: 'introspection · basic · JWT / opaque',
    async begin({ oauth, browser, connections }) {
      const url = oauth.endpoints.introspect;
      const { access_token } = await obtainTokens(oauth, withStoredTokens, browser, connections);
      return async () =>
        requireJson(await postAs(resourceServer, connections, url, { token: access_token }), url, 200, 'active');
    },
  },
  'refresh-rotating': {
    label: 'refresh, rotating · basic · JWT',
    begin: (lane) => refresh(lane, withSecret),
  },
  'refresh-kept': {
    label: 'refresh, kept · private_key_jwt, DPoP · JWT',
    begin: (lane) => refresh(lane, withKey),
  },
  'client-credentials': {
    label: 'client_credentials · basic · JWT',
    async begin({ oauth, connections }) {
      const url = oauth.endpoints.token;
      const form = { grant_type: 'client_credentials' };
      return async () => requireJson(await postAs(withSecret, connections, url, form), url, 200, 'access_token');
    },
  },
  jwks: {
    label: 'JWKS',
    async begin({ oauth, connections }) {
      const url = oauth.endpoints.jwks;
      return async () => requireJson(await send(connections, { method: 'GET', url }), url, 200, 'keys');
    },
  },
  'par-secret': { label: 'PAR · basic', begin: (lane) => push(lane, withSecret) },
  'par-key': { label: 'PAR · private_key_jwt', begin: (lane) => push(lane, withKey) },
  journey: {
    label: 'journey · basic, PKCE · JWT',
    begin: async ({ oauth, browser, connections }) => {
      const times = new StepTimes();
      return () => journey(oauth, browser, connections, times);
    },
  },
} satisfies Record<string, Row>;

export type RowName = keyof typeof rows;
export const rowNames = Object.keys(rows) as RowName[];
