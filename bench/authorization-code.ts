import { createHash, randomBytes } from 'node:crypto';
import { type Client, redirectUri, scope } from './client.ts';
import { postAs } from './client-proof.ts';
import { type Connections, unexpected } from './http-client.ts';

export interface AuthorizationRequest {
  client: Client;
  url: URL;
  state: string;
  codeVerifier: string;
}

/** A new request with PKCE and a state of its own, as a recipient would make it for each customer. */
export function newAuthorizationRequest(
  client: Client,
  endpoint: URL,
  more: Record<string, string>,
): AuthorizationRequest {
  const codeVerifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  }).toString();
  return { client, url, state, codeVerifier };
}

/** RFC 9126: hands the request in ahead, and gives the one that stands for it. */
export async function pushRequest(
  connections: Connections,
  endpoint: URL,
  request: AuthorizationRequest,
): Promise<AuthorizationRequest> {
  const { client } = request;
  const answer = await postAs(client, connections, endpoint, Object.fromEntries(request.url.searchParams));
  if (answer.status !== 201) throw unexpected(answer, endpoint);
  const url = new URL(request.url);
  url.search = new URLSearchParams({
    client_id: client.id,
    request_uri: JSON.parse(answer.body).request_uri,
  }).toString();
  return { ...request, url };
}

/** The code of an authorization response that came back to the recipient with the state it was asked with. */
export function codeOf(response: URL, { state }: AuthorizationRequest): string {
  const code = response.searchParams.get('code');
  if (!response.href.startsWith(redirectUri) || !code || response.searchParams.get('state') !== state) {
    throw new Error(`not an authorization response: ${response}`);
  }
  return code;
}

export interface Tokens {
  access_token: string;
  refresh_token?: string;
}

/** RFC 6749 §4.1.3 with PKCE. */
export async function exchangeCode(
  connections: Connections,
  endpoint: URL,
  code: string,
  { client, codeVerifier }: AuthorizationRequest,
): Promise<Tokens> {
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier };
  const options = { dpop: client.method === 'private_key_jwt' };
  const answer = await postAs(client, connections, endpoint, form, options);
  if (answer.status !== 200) throw unexpected(answer, endpoint);
  return JSON.parse(answer.body);
}

/** A fault unless the access token is a JWT as both servers are to sign them (RFC 9068). */
export function requireJwt({ access_token }: Tokens): void {
  const header = JSON.parse(Buffer.from(access_token.split('.')[0] ?? '', 'base64url').toString());
  if (header.alg !== 'ES256' || header.typ !== 'at+jwt') throw new Error(`not a signed token: ${access_token}`);
}
