import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import type { Server } from '../servers/server.ts';
import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkWith } from '../support/links.ts';
import { redeem } from '../support/token-request.ts';

const redirect_uri = 'http://127.0.0.1:9999/callback';

/** The recipient with a secret, as openid-client sets one up. */
const discover = ({ issuer }: Pick<Server, 'issuer'>) =>
  openid.discovery(new URL(issuer), 'budget-buddy', undefined, openid.ClientSecretBasic(secretOfBudgetBuddy), {
    algorithm: 'oauth2',
    execute: [openid.allowInsecureRequests],
  });

test('O1 T9 openid-client completes the flow, and the token stands up to the published keys', async ({
  visitor,
  accord,
}) => {
  const client = await discover(accord);
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const expectedState = openid.randomState();
  const address = openid.buildAuthorizationUrl(client, {
    redirect_uri,
    scope: 'ACCOUNT_BASIC TRANSACTIONS',
    state: expectedState,
    provider_id: '1000',
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const response = await visitor.walkThrough(address);
  const token = await openid.authorizationCodeGrant(client, response, { pkceCodeVerifier, expectedState });

  const keys = createRemoteJWKSet(new URL(client.serverMetadata().jwks_uri ?? ''));
  const { payload, protectedHeader } = await jwtVerify(token.access_token, keys, {
    issuer: accord.issuer,
    audience: accord.issuer,
    typ: 'at+jwt',
    algorithms: ['ES256'],
    requiredClaims: ['sub', 'client_id', 'iat', 'exp', 'jti', 'consent_id', 'scope'],
  });
  expect(protectedHeader.kid).toBeTruthy();
  expect(payload).toMatchObject({ client_id: 'budget-buddy', consent_id: token.grant_id });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(900);
  expect(JSON.stringify(payload)).not.toContain('noah');
});

for (const how of ['in the address', 'pushed'] as const)
  test(`openid-client, which knows of no provider_id, completes the flow of a request that is ${how}`, async ({
    visitor,
    accord,
  }) => {
    const client = await discover(accord);
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const expectedState = openid.randomState();
    const parameters = {
      redirect_uri,
      scope: 'ACCOUNT_BASIC TRANSACTIONS',
      state: expectedState,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    };
    const address =
      how === 'pushed'
        ? await openid.buildAuthorizationUrlWithPAR(client, parameters)
        : openid.buildAuthorizationUrl(client, parameters);
    const choice = await visitor.get(address.pathname + address.search);
    const chosen = new URL(linkWith(choice, 'provider_id=1000'), accord.issuer);
    const response = await visitor.walkThrough(chosen);
    const token = await openid.authorizationCodeGrant(client, response, { pkceCodeVerifier, expectedState });
    expect(token).toMatchObject({ token_type: 'bearer', scope: parameters.scope });
  });

test('O1 A12 oauth4webapi completes the flow of a public client by PKCE alone', async ({ visitor, accord }) => {
  const issuer = new URL(accord.issuer);
  const insecure = { [oauth.allowInsecureRequests]: true };
  const discovered = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure });
  const server = await oauth.processDiscoveryResponse(issuer, discovered);
  expect(server).toMatchObject({
    authorization_response_iss_parameter_supported: true,
    code_challenge_methods_supported: ['S256'],
    ui_locales_supported: ['en', 'fr'],
  });
  const client: oauth.Client = { client_id: 'cashflow-app' };
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const callback = 'com.example.cashflow:/callback';
  const address = new URL(server.authorization_endpoint ?? '');
  address.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'ACCOUNT_BASIC',
    state,
    provider_id: '1000',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  const parameters = oauth.validateAuthResponse(server, client, await visitor.walkThrough(address), state);
  const answered = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    callback,
    verifier,
    insecure,
  );
  const token = await oauth.processAuthorizationCodeResponse(server, client, answered);
  expect(token).toMatchObject({ token_type: 'bearer', scope: 'ACCOUNT_BASIC' });
  expect(token.refresh_token, 'never for once').toBeUndefined();
});

test('T9 a subject is stable for a recipient, another for another customer and another recipient', async ({
  visitor,
  accord,
}) => {
  const subject = async (name: 'camille' | 'noah', clientId: 'budget-buddy' | 'cashflow-app') => {
    const verifier = openid.randomPKCECodeVerifier();
    const callback = clientId === 'budget-buddy' ? redirect_uri : 'com.example.cashflow:/callback';
    const code = await visitor.obtainCode(name, {
      client_id: clientId,
      redirect_uri: callback,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const form = { code, redirect_uri: callback, code_verifier: verifier };
    const { json } = await redeem(
      accord.origin,
      clientId === 'budget-buddy'
        ? { basic: [clientId, secretOfBudgetBuddy], form }
        : { form: { ...form, client_id: clientId } },
    );
    return decodeJwt(String(json.access_token)).sub;
  };
  const first = await subject('camille', 'budget-buddy');
  expect(await subject('camille', 'budget-buddy')).toBe(first);
  expect(await subject('noah', 'budget-buddy')).not.toBe(first);
  expect(await subject('camille', 'cashflow-app')).not.toBe(first);
  expect(first).not.toContain('camille');
});
