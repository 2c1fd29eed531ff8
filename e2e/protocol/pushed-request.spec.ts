import { formatDate } from '../../i18n/format-date.ts';
import { addFapiRecipient, fapiClientId } from '../clients/fapi-recipient.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { authorizePath, newState } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { budgetBuddy, mapleApi } from '../support/granted.ts';
import { locationOf } from '../support/http-call.ts';
import { assertionFields, fapiRequest, push, pushedPath } from '../support/pushed.ts';
import { writeRegistry } from '../support/registry.ts';
import { change, consentsOf, query } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ registry: writeRegistry((registry) => addFapiRecipient(registry)) });
});
test.afterAll(() => discardServer(server));

const errorOf = (address: URL) => address.searchParams.get('error');

test('A15 a pushed request is answered by a URI that nobody can guess', async () => {
  const { status, headers, json } = await push(server);
  expect(status).toBe(201);
  expect(headers['cache-control']).toBe('no-store');
  expect(json).toEqual({ request_uri: expect.any(String), expires_in: 90 });
  expect(String(json.request_uri)).toMatch(/^urn:ietf:params:oauth:request_uri:[\w-]{43}$/);
});

test('A15 only POST is answered, and only to a client that proves itself', async () => {
  const visitor = new Visitor(server.origin);
  expect(await visitor.get('/par')).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  const nobody = await redeem(server.origin, { path: '/par', form: { ...fapiRequest(), grant_type: undefined } });
  expect(nobody).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
  const wrong = await redeem(server.origin, { path: '/par', basic: ['budget-buddy', 'wrong'], form: {} });
  expect(wrong).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
  const machine = await redeem(server.origin, { path: '/par', basic: mapleApi, form: {} });
  expect(machine).toMatchObject({ status: 400, json: { error: 'unauthorized_client' } });
});

for (const [error, fault] of [
  ['invalid_request', { redirect_uri: 'https://evil.example/' }],
  ['invalid_request', { redirect_uri: undefined }],
  ['invalid_request', { client_id: 'cashflow-app' }],
  ['invalid_request', { request_uri: 'urn:ietf:params:oauth:request_uri:x' }],
  ['invalid_request', { response_type: undefined }],
  ['invalid_request', { code_challenge: 'short' }],
  ['invalid_request', { dpop_jkt: 'short' }],
  ['unsupported_response_type', { response_type: 'token' }],
  ['unsupported_response_mode', { response_mode: 'form_post' }],
  ['request_not_supported', { request: 'e30.e30.' }],
  ['invalid_scope', { scope: 'ACCOUNT_BASIC EVERYTHING' }],
  ['invalid_authorization_details', { authorization_details: '[]' }],
] as const)
  test(`A15 ${Object.entries(fault).flat().join(' ') || 'absence'} is told where it is pushed, as ${error}`, async () => {
    const { status, json } = await push(server, fault);
    expect({ status, error: json.error }).toEqual({ status: 400, error });
    expect(String(json.error_description)).toMatch(/^[\x20-\x7e]+$/);
  });

test('A14 the URL is opened twice before the decision, and never after it', async () => {
  const correlation_id = crypto.randomUUID();
  const { json } = await push(server, { correlation_id });
  const visitor = new Visitor(server.origin);
  const path = await visitor.signIn('noah', pushedPath(json.request_uri));
  const [first, second] = [await visitor.openConsent(path), await visitor.openConsent(pushedPath(json.request_uri))];
  const answer = locationOf(await visitor.decide('allow', first, []));
  const code = answer.searchParams.get('code');
  expect(code).toBeTruthy();
  expect(locationOf(await visitor.decide('allow', first, [])).searchParams.get('code'), 'pressed twice').toBe(code);
  expect((await visitor.decide('allow', second, [])).status, 'the other page').toBe(400);
  for (const later of [path, pushedPath(json.request_uri)]) {
    const page = await visitor.get(later);
    expect(page.status).toBe(400);
    expect(page.headers.location).toBeUndefined();
    expect(page.text).toContain('This link no longer works');
  }
  expect(consentsOf(server.databasePath, correlation_id)).toHaveLength(1);
});

test('A14 a request that was denied stays denied, and one denied afterwards is withdrawn', async () => {
  const visitor = new Visitor(server.origin);
  const denied = await push(server);
  const path = await visitor.signIn('noah', pushedPath(denied.json.request_uri));
  const [one, other] = [await visitor.openConsent(path), await visitor.openConsent(path)];
  expect(errorOf(locationOf(await visitor.decide('deny', one, [])))).toBe('access_denied');
  expect((await visitor.decide('allow', other, [])).status).toBe(400);

  const correlation_id = crypto.randomUUID();
  const { json } = await push(server, { correlation_id });
  const [allowing, denying] = [
    await visitor.openConsent(pushedPath(json.request_uri)),
    await visitor.openConsent(pushedPath(json.request_uri)),
  ];
  await visitor.decide('allow', allowing, []);
  expect(errorOf(locationOf(await visitor.decide('deny', denying, [])))).toBe('access_denied');
  expect(consentsOf(server.databasePath, correlation_id)).toMatchObject([{ status: 'revoked' }]);
});

test('A14 copies of pushed parameters count for nothing, and the language is the pushed one until the customer switches', async () => {
  const state = newState();
  const { json } = await push(server, { state, language: 'fr' });
  const copies = { state: 'forged', redirect_uri: 'https://evil.example/', scope: 'STATEMENTS', language: 'en' };
  const visitor = new Visitor(server.origin);
  const path = await visitor.signIn('noah', pushedPath(json.request_uri, copies));
  expect(path, 'it travels by its URI alone').not.toMatch(/scope|state=|evil/);
  const page = await visitor.get(pushedPath(json.request_uri, copies));
  expect(page.text).toContain('<html lang="fr"');
  const back = locationOf(await visitor.decide('allow', await visitor.openConsent(path), []));
  expect(back.origin + back.pathname).toBe('http://127.0.0.1:9999/callback');
  expect(back.searchParams.get('state')).toBe(state);
});

test('A11 a pushed request may have no state, and then none comes back', async () => {
  const { status, json } = await push(server, { state: undefined });
  expect(status).toBe(201);
  const visitor = new Visitor(server.origin);
  const path = await visitor.signIn('noah', pushedPath(json.request_uri));
  const back = locationOf(await visitor.decide('allow', await visitor.openConsent(path), []));
  expect([...back.searchParams.keys()].sort()).toEqual(['code', 'iss']);
});

test('A14 a URI is good for its own client alone, for 90 seconds, and for whoever opened it in time', async () => {
  const visitor = new Visitor(server.origin);
  const { json } = await push(server);
  const foreign = pushedPath(json.request_uri).replace('budget-buddy', 'cashflow-app');
  expect(await visitor.get(foreign)).toMatchObject({ status: 400 });
  const opened = locationOf(await visitor.get(pushedPath(json.request_uri)));
  // As if the customer had taken their time at the sign-in page.
  change(server.databasePath, 'update pushed_requests set expires_at = expires_at - 91');
  expect((await visitor.get(pushedPath(json.request_uri))).status, 'opened anew').toBe(400);
  const path = await visitor.signIn('noah', `/authorize${opened.search}`);
  expect(locationOf(await visitor.decide('allow', await visitor.openConsent(path), [])).searchParams.has('code')).toBe(
    true,
  );

  const other = await push(server);
  change(server.databasePath, 'update pushed_requests set expires_at = expires_at - 91');
  const borrowed = new URLSearchParams(opened.search);
  borrowed.set('request_uri', String(other.json.request_uri));
  expect((await visitor.get(`/authorize?${borrowed}`)).status, 'a journey of another request').toBe(400);
  expect((await visitor.get(pushedPath('urn:ietf:params:oauth:request_uri:unknown'))).status).toBe(400);
});

test('O9 a recipient of the FAPI profile is heard only when it has pushed, with PKCE, and proves its key for tokens', async () => {
  const visitor = new Visitor(server.origin);
  const direct = new URLSearchParams(fapiRequest() as Record<string, string>);
  expect(errorOf(locationOf(await visitor.get(`/authorize?${direct}`)))).toBe('invalid_request');
  const ask = async (change: Record<string, string | undefined>, path = '/par') =>
    redeem(server.origin, { path, form: { ...fapiRequest(), ...(await assertionFields(server)), ...change } });
  expect(await ask({})).toMatchObject({ status: 201 });
  const bare = { code_challenge: undefined, code_challenge_method: undefined };
  expect(await ask(bare)).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
  expect(await ask({ code: 'x' }, '/token')).toMatchObject({
    status: 400,
    json: { error: 'invalid_request', error_description: expect.stringContaining('DPoP') },
  });
  const once = await assertionFields(server);
  expect(await ask(once)).toMatchObject({ status: 201 });
  expect(await ask(once), 'T3 an assertion is good once').toMatchObject({ status: 401 });
  const secret = { client_assertion: undefined, client_assertion_type: undefined, client_secret: 'x' };
  expect(await ask({ ...secret, client_id: fapiClientId })).toMatchObject({ status: 401 });
});

test('A18 authorization details are checked before anybody is asked, and must agree with the scope', async () => {
  const ask = (consentRequest: object, scope?: string) =>
    push(server, {
      scope,
      authorization_details: JSON.stringify([{ type: 'fdx_v1.0', consentRequest }]),
    });
  const resources = [{ resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] }];
  const good = { durationType: 'TIME_BOUND', durationPeriod: 30, lookbackPeriod: 10, resources };
  expect(await ask(good)).toMatchObject({ status: 201 });
  expect(await ask(good, 'TRANSACTIONS fdx:accountbasic:read')).toMatchObject({ status: 201 });
  expect(await ask(good, 'ACCOUNT_BASIC')).toMatchObject({ status: 400, json: { error: 'invalid_scope' } });
  for (const change of [
    { durationType: 'ONE_TIME' },
    { durationType: undefined },
    { durationPeriod: undefined },
    { durationPeriod: 36_000 },
    { durationPeriod: 1.5 },
    { lookbackPeriod: 36_000 },
    { resources: [] },
    { resources: [{ resourceType: 'ACCOUNT', dataClusters: ['CUSTOMER_CONTACT'] }] },
    { resources: [{ resourceType: 'ACCOUNT', dataClusters: ['EVERYTHING'] }] },
    { resources: [{ resourceType: 'WALLET', dataClusters: ['ACCOUNT_BASIC'] }] },
    { somethingElse: true },
  ])
    expect(await ask({ ...good, ...change }), JSON.stringify(change)).toMatchObject({
      status: 400,
      json: { error: 'invalid_authorization_details' },
    });
});

test('A18 the page says the periods that are asked for, and the consent lasts no longer', async () => {
  const correlation_id = crypto.randomUUID();
  const resources = [{ resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] }];
  const consentRequest = { durationType: 'TIME_BOUND', durationPeriod: 20, lookbackPeriod: 10, resources };
  const visitor = new Visitor(server.origin);
  const path = await visitor.signIn(
    'noah',
    authorizePath({
      correlation_id,
      scope: undefined,
      authorization_details: JSON.stringify([{ type: 'fdx_v1.0', consentRequest }]),
    }),
  );
  const page = await visitor.get(path);
  const day = 86_400_000;
  const date = (time: number) => formatDate('en', time / 1000);
  expect(page.text).toContain(date(Date.now() + 20 * day));
  expect(page.text).toContain(date(Date.now() - 10 * day));
  const code = locationOf(await visitor.decide('allow', await visitor.openConsent(path), [])).searchParams.get('code');
  const form = { code: code ?? '', redirect_uri: 'http://127.0.0.1:9999/callback' };
  const { json } = await redeem(server.origin, { basic: budgetBuddy, form });
  const { resources: granted } = (json.authorization_details as { resources: object[] }[])[0] ?? {};
  expect(granted).toEqual([
    { resourceType: 'ACCOUNT', resourceId: 'acc-chq-2', dataClusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] },
  ]);
  const [stored] = query<{ created_at: number; expires_at: number }>(
    server.databasePath,
    'select created_at, expires_at from consents where correlation_id = ?',
    correlation_id,
  );
  expect((stored?.expires_at ?? 0) - (stored?.created_at ?? 0)).toBeLessThanOrEqual(20 * 86_400);
});
