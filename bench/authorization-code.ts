import { createHash, randomBytes } from 'node:crypto';
import type { Agent } from 'node:http';
import { type Answer, send } from './http-client.ts';

/** The recipient that both servers know, and what it gets: both must issue a refresh token, or neither. */
export const recipient = {
  getsRefreshToken: true,
  clientId: 'budget-buddy',
  clientSecret: 'budget-buddy-demo-secret',
  redirectUri: 'http://127.0.0.1:9999/callback',
  scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS',
};

const credentials = Buffer.from(`${recipient.clientId}:${recipient.clientSecret}`).toString('base64');

export interface AuthorizationRequest {
  url: URL;
  state: string;
  codeVerifier: string;
}

/** A new request with PKCE and a state of its own, as a recipient would make it for each customer. */
export function newAuthorizationRequest(endpoint: URL, more: Record<string, string>): AuthorizationRequest {
  const codeVerifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: recipient.clientId,
    redirect_uri: recipient.redirectUri,
    scope: recipient.scope,
    state,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  }).toString();
  return { url, state, codeVerifier };
}

/** The address an answer redirects to; a fault, with what was answered, when it is no redirect. */
export function redirectOf(answer: Answer, from: URL): URL {
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status > 399 || typeof location !== 'string') throw unexpected(answer, from);
  return new URL(location, from);
}

export function unexpected({ status, headers, body }: Answer, url: URL): Error {
  return new Error(`${url.pathname} answered ${status} ${headers.location ?? ''}\n${body.slice(0, 600)}`);
}

/** The code of an authorization response that came back to the recipient with the state it was asked with. */
export function codeOf(response: URL, { state }: AuthorizationRequest): string {
  const code = response.searchParams.get('code');
  if (!response.href.startsWith(recipient.redirectUri) || !code || response.searchParams.get('state') !== state) {
    throw new Error(`not an authorization response: ${response}`);
  }
  return code;
}

/** RFC 6749 §4.1.3 with `client_secret_basic` and PKCE; refuses an answer that is not what both must issue. */
export async function exchangeCode(connections: Agent, url: URL, code: string, { codeVerifier }: AuthorizationRequest) {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: recipient.redirectUri,
    code_verifier: codeVerifier,
  });
  const answer = await send(connections, {
    method: 'POST',
    url,
    headers: { authorization: `Basic ${credentials}` },
    form,
  });
  if (answer.status !== 200) throw unexpected(answer, url);
  const { access_token, refresh_token } = JSON.parse(answer.body);
  const { alg, typ } = JSON.parse(Buffer.from(String(access_token).split('.')[0] ?? '', 'base64url').toString());
  if (alg !== 'ES256' || typ !== 'at+jwt') throw unexpected(answer, url);
  if ((refresh_token !== undefined) !== recipient.getsRefreshToken) {
    throw new Error(`${url} and recipient.getsRefreshToken in ${import.meta.filename} do not agree`);
  }
}
