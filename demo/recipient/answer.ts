import { createRemoteJWKSet, type errors, jwtVerify } from 'jose';
import * as oauth from 'openid-client';
import { type BankData, fetchBankData } from './bank-data.ts';
import { discoverFor } from './client.ts';
import type { Flow } from './flow.ts';
import type { SampleApp } from './sample-world.ts';

/** What came of a request. */
export type Answer =
  | { outcome: 'token'; token: Token; data?: BankData; dataFault?: string }
  | { outcome: 'error'; code: string; description?: string | undefined }
  | { outcome: 'unreachable'; reason: string };

export interface Token {
  access_token: string;
  [field: string]: unknown;
}

/** Checks the answer that came to `address`, exchanges its code, and asks the bank for what the token opens. */
export async function takeAnswer(flow: Flow, app: SampleApp, accord: string, address: URL): Promise<Answer> {
  try {
    // The library checks state and iss, and the token endpoint's answer.
    const client = await discoverFor(app, accord);
    const checks = { pkceCodeVerifier: flow.verifier, expectedState: flow.state };
    const token = await oauth.authorizationCodeGrant(client, address, checks);
    const keys = createRemoteJWKSet(new URL(client.serverMetadata().jwks_uri ?? ''));
    const { payload } = await jwtVerify(token.access_token, keys, { issuer: accord, typ: 'at+jwt' });
    return { outcome: 'token', token: { ...token }, ...(await readData(payload.aud, accord, token.access_token)) };
  } catch (fault) {
    if (fault instanceof oauth.AuthorizationResponseError || fault instanceof oauth.ResponseBodyError)
      return { outcome: 'error', code: fault.error, description: fault.error_description };
    if (isFaultOfTheServer(fault as Error)) return { outcome: 'unreachable', reason: reasonOf(fault as Error) };
    return { outcome: 'error', code: 'not_accepted', description: (fault as Error).message };
  }
}

/** In words for a developer: a failed connection has its reason below. */
export function reasonOf({ message, cause }: Error): string {
  const below = cause instanceof Error ? cause.message || (cause as { code?: string }).code : undefined;
  return below ? `${message}: ${below}` : message;
}

const faultsOfTheServer = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'ERR_JOSE_GENERIC',
  'ERR_JWKS_TIMEOUT',
]);

// A connection that fails is a TypeError of `fetch`, without a code.
function isFaultOfTheServer(fault: Error & Partial<Pick<errors.JOSEError, 'code'>>): boolean {
  return fault.code === undefined ? fault instanceof TypeError : faultsOfTheServer.has(fault.code);
}

// Only a bank with an API of its own has data to give; the token says which.
async function readData(
  audience: string | string[] | undefined,
  accord: string,
  accessToken: string,
): Promise<{ data?: BankData; dataFault?: string }> {
  if (typeof audience !== 'string' || audience === accord) return {};
  try {
    return { data: await fetchBankData(audience, accessToken) };
  } catch (fault) {
    return { dataFault: reasonOf(fault as Error) };
  }
}
