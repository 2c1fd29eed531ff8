import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addFapiRecipient, fapiPublicJwk } from '../clients/fapi-recipient.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { newProof } from '../support/authorization-request.ts';
import { type Key, newKey, proofFor, thumbprintOf } from '../support/dpop.ts';
import { expect, test } from '../support/fixtures.ts';
import { budgetBuddy } from '../support/granted.ts';
import { locationOf } from '../support/http-call.ts';
import { assertionFields, fapiRequest, pushedPath } from '../support/pushed.ts';
import { writeRegistry } from '../support/registry.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

async function nonceOf(server: Server): Promise<string> {
  const dpop = await proofFor(`${server.issuer}/token`, await newKey());
  const { status, headers, json } = await redeem(server.origin, { basic: budgetBuddy, form: {}, headers: { dpop } });
  expect({ status, error: json.error }).toEqual({ status: 400, error: 'use_dpop_nonce' });
  return String(headers['dpop-nonce']);
}

const at = (call: Parameters<typeof redeem>[1], server: Server) => redeem(server.origin, call);
const callback = 'com.example.cashflow:/callback';

test('T10 a nonce of one instance is good at another, and a proof is good once on both', async () => {
  const one = await startServer();
  const { directory, secret, issuer } = one;
  const other = await startServer({ directory, secret, issuer });
  try {
    const dpop = await proofFor(`${one.issuer}/token`, await newKey(), { nonce: await nonceOf(one) });
    const call = { basic: budgetBuddy, form: { grant_type: 'client_credentials' }, headers: { dpop } };
    expect(await at(call, other)).toMatchObject({ status: 200, json: { token_type: 'DPoP' } });
    for (const server of [one, other])
      expect(await at(call, server)).toMatchObject({ status: 400, json: { error: 'invalid_dpop_proof' } });
  } finally {
    await discardServer(other);
    await discardServer(one);
  }
});

test('A25 a code asked for with dpop_jkt is redeemed by that key alone', async ({ accord, visitor }) => {
  const [key, stranger] = [await newKey(), await newKey()];
  const code = await visitor.obtainCode('noah', { dpop_jkt: await thumbprintOf(key) });
  const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
  const nonce = await nonceOf(accord);
  const wrong = { status: 400, json: { error: 'invalid_grant' } };
  expect(await at({ basic: budgetBuddy, form }, accord), 'without a proof').toMatchObject(wrong);
  const foreign = { dpop: await proofFor(`${accord.issuer}/token`, stranger, { nonce }) };
  expect(await at({ basic: budgetBuddy, form, headers: foreign }, accord)).toMatchObject(wrong);
  const own = { dpop: await proofFor(`${accord.issuer}/token`, key, { nonce }) };
  expect(await at({ basic: budgetBuddy, form, headers: own }, accord)).toMatchObject({
    status: 200,
    json: { token_type: 'DPoP' },
  });
});

test('A25 a proof where the request is pushed binds the code, and must agree with dpop_jkt', async ({ accord }) => {
  const key = await newKey();
  const nonce = await nonceOf(accord);
  const pushWith = async (dpop_jkt?: string) =>
    at(
      {
        path: '/par',
        basic: budgetBuddy,
        form: {
          grant_type: undefined,
          ...fapiRequest({ client_id: 'budget-buddy', redirect_uri: 'http://127.0.0.1:9999/callback' }),
          code_challenge: undefined,
          code_challenge_method: undefined,
          dpop_jkt,
        },
        headers: { dpop: await proofFor(`${accord.issuer}/par`, key, { nonce }) },
      },
      accord,
    );
  expect(await pushWith('x'.repeat(43))).toMatchObject({ status: 400, json: { error: 'invalid_dpop_proof' } });
  const { json } = await pushWith(await thumbprintOf(key));
  const visitor = new Visitor(accord.origin);
  const path = await visitor.signIn('noah', pushedPath(json.request_uri));
  const code = locationOf(await visitor.decide('allow', await visitor.openConsent(path), [])).searchParams.get('code');
  const form = { code: code ?? '', redirect_uri: 'http://127.0.0.1:9999/callback' };
  expect(await at({ basic: budgetBuddy, form }, accord)).toMatchObject({ json: { error: 'invalid_grant' } });
});

test('T11 the refresh token of a public client goes with its key', async () => {
  const server = await startServer({
    registry: writeRegistry((registry) => {
      const app = registry.recipients.find(({ client_id }) => client_id === 'cashflow-app');
      Object.assign(app ?? {}, { duration_type: ['TIME_BOUND'], duration_period: 30 });
    }),
  });
  try {
    const [key, stranger] = [await newKey(), await newKey()];
    const nonce = await nonceOf(server);
    const { verifier, parameters } = newProof();
    const visitor = new Visitor(server.origin);
    const code = await visitor.obtainCode('noah', {
      client_id: 'cashflow-app',
      redirect_uri: callback,
      scope: 'ACCOUNT_BASIC',
      ...parameters,
    });
    const headersOf = async (one: Key) => ({ dpop: await proofFor(`${server.issuer}/token`, one, { nonce }) });
    const form = { client_id: 'cashflow-app', code, redirect_uri: callback, code_verifier: verifier };
    const issued = await at({ form, headers: await headersOf(key) }, server);
    const refresh = {
      grant_type: 'refresh_token',
      client_id: 'cashflow-app',
      refresh_token: String(issued.json.refresh_token),
    };
    const wrong = { status: 400, json: { error: 'invalid_grant' } };
    expect(await at({ form: refresh }, server)).toMatchObject(wrong);
    expect(await at({ form: refresh, headers: await headersOf(stranger) }, server)).toMatchObject(wrong);
    expect(await at({ form: refresh, headers: await headersOf(key) }, server)).toMatchObject({
      status: 200,
      json: { token_type: 'DPoP' },
    });
  } finally {
    await discardServer(server);
  }
});

test('T10 the consent API takes a bound token with a proof of its key for this very request', async ({ accord }) => {
  const key = await newKey();
  const nonce = await nonceOf(accord);
  const headers = { dpop: await proofFor(`${accord.issuer}/token`, key, { nonce }) };
  const { json } = await at({ basic: budgetBuddy, form: { grant_type: 'client_credentials' }, headers }, accord);
  const token = String(json.access_token);
  const path = '/fdx/v6/consents/unknown';
  const ath = createHash('sha256').update(token).digest('base64url');
  const ask = async (by: Key, change: Record<string, unknown> = {}, scheme = 'DPoP') =>
    fetch(accord.origin + path, {
      headers: {
        authorization: `${scheme} ${token}`,
        dpop: await proofFor(accord.issuer + path, by, { htm: 'GET', nonce, ath, ...change }),
      },
    });
  expect((await ask(key)).status, 'a consent that is not there').toBe(404);
  expect((await ask(await newKey())).status).toBe(401);
  expect((await ask(key, { ath: undefined })).status).toBe(401);
  expect((await ask(key, { htm: 'PUT' })).status).toBe(401);
  expect((await ask(key, {}, 'Bearer')).status).toBe(401);
  const withoutNonce = await ask(key, { nonce: undefined });
  expect(withoutNonce.status).toBe(401);
  expect(withoutNonce.headers.get('www-authenticate')).toContain('error="use_dpop_nonce"');
  expect(withoutNonce.headers.get('dpop-nonce')).toBeTruthy();
});

test('T3 keys at jwks_uri are fetched, fetched again after a rotation, and never from a private address unless allowed', async () => {
  let keys: object[] = [{ ...fapiPublicJwk, kid: 'older' }];
  let asked = 0;
  const recipient = createServer((_, answer) => {
    asked += 1;
    answer.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => recipient.listen(0, '127.0.0.1', resolve));
  const { port } = recipient.address() as AddressInfo;
  const registryWith = (host: string) =>
    writeRegistry((registry) =>
      addFapiRecipient(registry, { jwks: undefined, jwks_uri: `http://${host}:${port}/jwks` }),
    );
  const allowing = await startServer({
    registry: registryWith('127.0.0.1'),
    variables: { ACCORD_PRIVATE_JWKS: 'allow' },
  });
  const refusing = await Promise.all(
    ['127.0.0.1', 'localhost', '[::1]'].map((host) => startServer({ registry: registryWith(host) })),
  );
  try {
    const ask = async (server: Server) =>
      redeem(server.origin, {
        path: '/par',
        form: { grant_type: undefined, ...fapiRequest(), ...(await assertionFields(server)) },
      });
    expect((await ask(allowing)).status, 'a key that is not published yet').toBe(401);
    keys = [{ ...fapiPublicJwk, kid: 'ledger-1' }];
    await expect.poll(async () => (await ask(allowing)).status, { timeout: 15_000 }).toBe(201);
    const before = asked;
    for (const server of refusing) expect((await ask(server)).status).toBe(401);
    expect(asked, 'nobody was asked').toBe(before);
  } finally {
    await Promise.all([allowing, ...refusing].map(discardServer));
    recipient.close();
  }
});
