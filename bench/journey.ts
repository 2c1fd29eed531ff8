import {
  codeOf,
  exchangeCode,
  newAuthorizationRequest,
  pushRequest,
  requireJwt,
  type Tokens,
} from './authorization-code.ts';
import type { Browser } from './browser.ts';
import { type Client, withSecret } from './client.ts';
import type { OAuthServer } from './contender.ts';
import { StepTimes } from './drive.ts';
import type { Connections } from './http-client.ts';

/** From the authorization request to the tokens; a client with a key pushes its request first. */
export async function obtainTokens(
  { endpoints, parameters, authorize }: OAuthServer,
  client: Client,
  browser: Browser,
  connections: Connections,
  times = new StepTimes(),
): Promise<Tokens> {
  const plain = newAuthorizationRequest(client, endpoints.authorize, parameters);
  const request = client.method === 'private_key_jwt' ? await pushRequest(connections, endpoints.par, plain) : plain;
  const code = codeOf(await authorize(browser, request, times), request);
  return times.measure('token', () => exchangeCode(connections, endpoints.token, code, request));
}

/** The journey that is measured; refuses an answer that is not what both must issue. */
export async function journey(server: OAuthServer, browser: Browser, connections: Connections, times: StepTimes) {
  const tokens = await obtainTokens(server, withSecret, browser, connections, times);
  requireJwt(tokens);
  if (tokens.refresh_token === undefined) throw new Error(`no refresh token from ${server.endpoints.token}`);
}
