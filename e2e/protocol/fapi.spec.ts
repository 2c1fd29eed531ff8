import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { addFapiRecipient, fapiClientId, fapiRedirectUri, signingKey } from '../clients/fapi-recipient.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { mapleApi } from '../support/granted.ts';
import { writeRegistry } from '../support/registry.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ registry: writeRegistry((registry) => addFapiRecipient(registry)) });
});
test.afterAll(() => discardServer(server));

const details = [
  {
    type: 'fdx_v1.0',
    consentRequest: {
      durationType: 'TIME_BOUND',
      durationPeriod: 60,
      lookbackPeriod: 90,
      resources: [
        { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_BASIC', 'PAYMENT_SUPPORT'] },
        { resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] },
      ],
    },
  },
];

for (const [name, more] of [
  ['by scope', { scope: 'ACCOUNT_BASIC TRANSACTIONS' }],
  ['with authorization details', { authorization_details: JSON.stringify(details) }],
  ['by the scopes of FDX', { scope: 'fdx:accountbasic:read fdx:paymentsupport:read' }],
] as const)
  test(`O9 A14 T3 T10 openid-client completes a FAPI 2.0 flow ${name}`, async () => {
    const client = await openid.discovery(
      new URL(server.issuer),
      fapiClientId,
      undefined,
      openid.PrivateKeyJwt({ key: await signingKey(), kid: 'ledger-1' }),
      { algorithm: 'oauth2', execute: [openid.allowInsecureRequests] },
    );
    const DPoP = openid.getDPoPHandle(client, await openid.randomDPoPKeyPair('ES256'));
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const address = await openid.buildAuthorizationUrlWithPAR(
      client,
      {
        redirect_uri: fapiRedirectUri,
        provider_id: '1000',
        code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        ...more,
      },
      { DPoP },
    );
    expect([...address.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    const token = await openid.authorizationCodeGrant(
      client,
      await new Visitor(server.origin).walkThrough(address),
      { pkceCodeVerifier },
      undefined,
      { DPoP },
    );
    expect(token.token_type).toBe('dpop');
    const keys = createRemoteJWKSet(new URL(client.serverMetadata().jwks_uri ?? ''));
    const { payload } = await jwtVerify(token.access_token, keys, { issuer: server.issuer, typ: 'at+jwt' });
    expect(payload.cnf).toEqual({ jkt: await DPoP.calculateThumbprint() });

    const refreshed = await openid.refreshTokenGrant(client, token.refresh_token ?? '', undefined, { DPoP });
    expect(refreshed.refresh_token, 'is not rotated').toBeUndefined();
    const again = await openid.refreshTokenGrant(client, token.refresh_token ?? '', undefined, { DPoP });
    const { json } = await redeem(server.origin, {
      path: '/introspect',
      basic: mapleApi,
      form: { grant_type: undefined, token: again.access_token },
    });
    expect(json).toMatchObject({ active: true, token_type: 'DPoP', cnf: payload.cnf, scope: token.scope });
    if ('scope' in more) {
      expect(token.scope, 'as it was asked').toBe(more.scope);
      expect(token.authorization_details).toBeUndefined();
    } else {
      const granted = [
        {
          type: 'fdx_v1.0',
          durationType: 'TIME_BOUND',
          durationPeriod: 60,
          lookbackPeriod: 90,
          resources: [
            {
              resourceType: 'ACCOUNT',
              resourceId: 'acc-chq-2',
              dataClusters: ['ACCOUNT_BASIC', 'PAYMENT_SUPPORT'],
            },
            { resourceType: 'CUSTOMER', resourceId: payload.sub, dataClusters: ['CUSTOMER_CONTACT'] },
          ],
        },
      ];
      expect(token.authorization_details).toEqual(granted);
      expect(json.authorization_details).toEqual(granted);
    }
  });

for (const [name, more] of [
  ['by scope', { scope: 'ACCOUNT_BASIC' }],
  ['with authorization details', { authorization_details: JSON.stringify(details) }],
] as const)
  test(`O9 A14 T3 T10 oauth4webapi completes a FAPI 2.0 flow ${name}, and calls the consent API with its own token`, async () => {
    const issuer = new URL(server.issuer);
    const insecure = { [oauth.allowInsecureRequests]: true };
    const as = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure }),
    );
    const client: oauth.Client = { client_id: fapiClientId };
    const authentication = oauth.PrivateKeyJwt({ key: await signingKey(), kid: 'ledger-1' });
    const DPoP = oauth.DPoP(client, await oauth.generateKeyPair('ES256'));
    const options = { DPoP, ...insecure };
    /** Asks again once, with the nonce that was answered. */
    const withNonce = async <Answer>(ask: () => Promise<Response>, read: (answer: Response) => Promise<Answer>) => {
      try {
        return await read(await ask());
      } catch (fault) {
        if (!oauth.isDPoPNonceError(fault)) throw fault;
        return read(await ask());
      }
    };
    const verifier = oauth.generateRandomCodeVerifier();
    const parameters = new URLSearchParams({
      client_id: client.client_id,
      redirect_uri: fapiRedirectUri,
      response_type: 'code',
      ...more,
      provider_id: '1000',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const pushed = await withNonce(
      () => oauth.pushedAuthorizationRequest(as, client, authentication, parameters, options),
      (answer) => oauth.processPushedAuthorizationResponse(as, client, answer),
    );
    expect(pushed.expires_in).toBe(90);
    const address = new URL(as.authorization_endpoint ?? '');
    address.search = new URLSearchParams({ client_id: client.client_id, request_uri: pushed.request_uri }).toString();
    const back = oauth.validateAuthResponse(
      as,
      client,
      await new Visitor(server.origin).walkThrough(address),
      oauth.expectNoState,
    );
    const token = await withNonce(
      () => oauth.authorizationCodeGrantRequest(as, client, authentication, back, fapiRedirectUri, verifier, options),
      (answer) => oauth.processAuthorizationCodeResponse(as, client, answer),
    );
    expect(token.token_type).toBe('dpop');
    expect('authorization_details' in token).toBe('authorization_details' in more);

    const own = await withNonce(
      () => oauth.clientCredentialsGrantRequest(as, client, authentication, {}, options),
      (answer) => oauth.processClientCredentialsResponse(as, client, answer),
    );
    const api = new URL(`/fdx/v6/consents/${token.grant_id}`, server.origin);
    const ask = () => oauth.protectedResourceRequest(own.access_token, 'GET', api, undefined, undefined, options);
    const answered = await ask();
    expect(answered.status).toBe(200);
    expect(await answered.json()).toMatchObject({ id: token.grant_id, status: 'ACTIVE' });
    const stolen = await fetch(api, { headers: { authorization: `Bearer ${own.access_token}` } });
    expect(stolen.status, 'T10 a bound token without its proof').toBe(401);
  });
