import { generateKeyPair, SignJWT } from 'jose';
import { expect, test } from '../support/fixtures.ts';
import {
  borealOperations,
  budgetBuddy,
  consentOf,
  eventsOf,
  grant,
  introspect,
  mapleApi,
  refresh,
  revoke,
} from '../support/granted.ts';
import { redeem } from '../support/token-request.ts';

const inactive = { active: false };

test('O4 a resource server is told whose token it is, and which accounts and clusters it opens', async ({ accord }) => {
  const { accessToken, consentId } = await grant(accord, { scope: 'ACCOUNT_BASIC TRANSACTIONS CUSTOMER_CONTACT' });
  const { status, headers, json } = await introspect(accord, accessToken);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
  expect(json).toEqual({
    active: true,
    iss: accord.issuer,
    aud: accord.issuer,
    sub: claims.sub,
    exp: claims.exp,
    iat: claims.iat,
    jti: claims.jti,
    client_id: 'budget-buddy',
    // Of the bank's own sign-in, for the bank alone.
    provider_sub: 'camille',
    token_type: 'Bearer',
    scope: 'ACCOUNT_BASIC TRANSACTIONS CUSTOMER_CONTACT',
    consent_id: consentId,
    fdxConsentId: consentId,
    authorization_details: [
      {
        type: 'fdx_v1.0',
        // As the recipient of the sample world has registered.
        durationType: 'TIME_BOUND',
        durationPeriod: 365,
        lookbackPeriod: 730,
        resources: [
          { resourceType: 'ACCOUNT', resourceId: 'acc-chq-1', dataClusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] },
          { resourceType: 'CUSTOMER', resourceId: claims.sub, dataClusters: ['CUSTOMER_CONTACT'] },
        ],
      },
    ],
  });
});

test('O4 what is not good, or none of the caller’s business, is only inactive', async ({ accord }) => {
  const { accessToken, refreshToken } = await grant(accord);
  const [header = '', payload = ''] = accessToken.split('.');
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const { privateKey } = await generateKeyPair('ES256');
  const forged = await new SignJWT(decode(payload)).setProtectedHeader(decode(header)).sign(privateKey);
  const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`;
  for (const token of ['nonsense', forged, unsigned, `${accessToken}x`, refreshToken])
    expect((await introspect(accord, token)).json, token).toEqual(inactive);
  expect((await introspect(accord, accessToken, borealOperations)).json).toEqual(inactive);
  const own = await redeem(accord.origin, { basic: budgetBuddy, form: { grant_type: 'client_credentials' } });
  expect((await introspect(accord, String(own.json.access_token))).json).toEqual(inactive);
});

test('O4 a recipient may ask about its own tokens, and of refresh tokens only it is told', async ({ accord }) => {
  const { accessToken, refreshToken, consentId } = await grant(accord);
  for (const token of [accessToken, refreshToken])
    expect((await introspect(accord, token, budgetBuddy)).json).toMatchObject({ active: true, consent_id: consentId });
  const { json } = await refresh(accord, refreshToken);
  expect((await introspect(accord, refreshToken, budgetBuddy)).json).toEqual(inactive);
  expect((await introspect(accord, String(json.refresh_token), budgetBuddy)).json.active).toBe(true);
});

test('O4 nobody is told who cannot prove who they are', async ({ accord }) => {
  const { accessToken } = await grant(accord);
  for (const basic of [
    ['maple-api', 'wrong'],
    ['nobody', 'x'],
  ] as [string, string][]) {
    const { status, json } = await introspect(accord, accessToken, basic);
    expect([status, json.error]).toEqual([401, 'invalid_client']);
  }
  const form = { grant_type: undefined, token: accessToken, client_id: 'cashflow-app' };
  const publicly = await redeem(accord.origin, { path: '/introspect', form });
  expect([publicly.status, publicly.json.error]).toEqual([401, 'invalid_client']);
  const missing = await redeem(accord.origin, {
    path: '/introspect',
    basic: mapleApi,
    form: { grant_type: undefined },
  });
  expect([missing.status, missing.json.error]).toEqual([400, 'invalid_request']);
});

test('O3 a revoked refresh token takes its consent and all tokens along', async ({ accord }) => {
  const { accessToken, refreshToken, consentId } = await grant(accord);
  const { status, json } = await revoke(accord, refreshToken);
  expect([status, json]).toEqual([200, {}]);
  expect((await introspect(accord, accessToken)).json).toEqual(inactive);
  expect((await refresh(accord, refreshToken)).json.error).toBe('invalid_grant');
  expect(consentOf(accord, consentId)).toMatchObject({ ended_by: 'recipient', end_reason: 'token-revoked' });
  expect((await revoke(accord, refreshToken)).status).toBe(200);
  expect(eventsOf(accord, consentId).filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
});

test('O3 a revoked access token goes alone', async ({ accord }) => {
  const { accessToken, refreshToken } = await grant(accord);
  expect((await revoke(accord, accessToken)).status).toBe(200);
  expect((await introspect(accord, accessToken)).json).toEqual(inactive);
  const { json } = await refresh(accord, refreshToken);
  expect((await introspect(accord, String(json.access_token))).json.active).toBe(true);
});

test('O3 another’s token and an unknown one are answered alike, and nothing changes', async ({ accord }) => {
  const { accessToken, refreshToken } = await grant(accord);
  for (const token of [accessToken, refreshToken, 'nonsense']) {
    const form = { grant_type: undefined, token, client_id: 'cashflow-app' };
    const { status, json } = await redeem(accord.origin, { path: '/revoke', form });
    expect([status, json]).toEqual([200, {}]);
  }
  expect((await introspect(accord, accessToken)).json.active).toBe(true);
  expect((await refresh(accord, refreshToken)).status).toBe(200);
  expect((await revoke(accord, '')).json.error).toBe('invalid_request');
  expect((await revoke(accord, accessToken, ['budget-buddy', 'wrong'])).status).toBe(401);
});

test('the first question of a day is a part of the evidence, the others are not', async ({ accord }) => {
  const { accessToken, consentId } = await grant(accord);
  for (let time = 0; time < 3; time += 1) await introspect(accord, accessToken);
  await introspect(accord, accessToken, budgetBuddy);
  const used = eventsOf(accord, consentId).filter(({ type }) => type === 'used');
  expect(used).toEqual([{ type: 'used', actor: 'provider', detail: '{"by":"maple-api"}' }]);
});
