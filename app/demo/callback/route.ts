import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { NextRequest } from 'next/server';
import * as oauth from 'openid-client';
import { redirectResponse } from '#lib/http/responses.ts';
import { issuer } from '#lib/process/environment.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { discoverFor } from '../../../demo/recipient/client.ts';
import { type Flow, readFlow } from '../../../demo/recipient/cookie.ts';
import { type BankData, fetchBankData } from '../../../demo/recipient/data.ts';
import { keepResult, type Result } from '../../../demo/recipient/result.ts';
import { recipientOrigin, sampleRecipients } from '../../../demo/recipient/sample-world.ts';

/** Takes the answer, exchanges the code once, and shows the result under another address, which can be reloaded. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const flow = readFlow(incoming, incoming.nextUrl.searchParams.get('state') ?? '');
  if (!flow) return redirectResponse('/demo/result');
  const result = await concludeFlow(flow, `${recipientOrigin(issuer())}/demo/callback${incoming.nextUrl.search}`);
  return redirectResponse(`/demo/result?language=${flow.language}`, keepResult(result));
}

async function concludeFlow({ clientId, verifier, state, language }: Flow, address: string): Promise<Result> {
  const recipient = sampleRecipients(currentRegistry()).find((known) => known.clientId === clientId);
  if (!recipient) return { language, clientId };
  try {
    // The library checks state and iss, and the token endpoint's answer.
    const client = await discoverFor(recipient);
    const checks = { pkceCodeVerifier: verifier, expectedState: state };
    const token = await oauth.authorizationCodeGrant(client, new URL(address), checks);
    const keys = createRemoteJWKSet(new URL(client.serverMetadata().jwks_uri ?? ''));
    const { payload } = await jwtVerify(token.access_token, keys, { issuer: issuer(), typ: 'at+jwt' });
    return { language, clientId, token: { ...token }, ...(await readData(payload.aud, token.access_token)) };
  } catch (fault) {
    if (fault instanceof oauth.AuthorizationResponseError || fault instanceof oauth.ResponseBodyError)
      return { language, clientId, error: { code: fault.error, description: fault.error_description } };
    return { language, clientId, error: { code: 'not_accepted', description: (fault as Error).message } };
  }
}

// Only a bank with an API of its own has data to give; the token says which.
async function readData(
  audience: string | string[] | undefined,
  accessToken: string,
): Promise<{ data?: BankData; dataFault?: string }> {
  if (typeof audience !== 'string' || audience === issuer()) return {};
  try {
    return { data: await fetchBankData(audience, accessToken) };
  } catch (fault) {
    return { dataFault: (fault as Error).message };
  }
}
