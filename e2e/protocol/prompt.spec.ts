import { authorizationQuery, authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { type Answer, locationOf } from '../support/http-call.ts';
import { push, pushedPath } from '../support/pushed.ts';
import { ticketOf, type Visitor } from '../support/visitor.ts';

const errorOf = async (visitor: Visitor, path: string) => locationOf(await visitor.get(path)).searchParams.get('error');
const pathOf = ({ pathname, search }: URL) => pathname + search;

test('A19 prompt=none is answered by an error that says what is missing', async ({ visitor }) => {
  expect(await errorOf(visitor, authorizePath({ prompt: 'none' }))).toBe('login_required');
  expect(await errorOf(visitor, authorizePath({ prompt: ' none ' }))).toBe('login_required');
  await visitor.signIn('noah');
  expect(await errorOf(visitor, authorizePath({ prompt: 'none' }))).toBe('consent_required');
  expect(await errorOf(visitor, authorizePath({ prompt: 'none', max_age: '0' }))).toBe('login_required');
  expect(await errorOf(visitor, authorizePath({ prompt: 'none login' }))).toBe('invalid_request');
  expect(await errorOf(visitor, authorizePath({ prompt: 'sometimes' }))).toBe('invalid_request');
});

test('A23 a hint of somebody else is as if nobody were signed in, and is never trusted', async ({ visitor }) => {
  await visitor.signIn('noah');
  const none = (login_hint: string) => errorOf(visitor, authorizePath({ prompt: 'none', login_hint }));
  expect(await none('camille')).toBe('login_required');
  expect(await none('noah')).toBe('consent_required');
  expect((await visitor.get(authorizePath({ login_hint: 'camille' }))).text).toContain('Noah');
});

for (const change of [{ prompt: 'login' }, { prompt: 'select_account' }, { max_age: '0' }])
  test(`A20 ${JSON.stringify(change)} asks a customer who is signed in once more, and once`, async ({ visitor }) => {
    await visitor.signIn('noah');
    const path = authorizePath(change);
    const signIn = locationOf(await visitor.get(path));
    expect(signIn.pathname).toBe('/sign-in');
    // Going on without signing in leads back to the sign-in page.
    const next = pathOf(signIn).replace('/sign-in', '/authorize');
    expect(locationOf(await visitor.get(next)).pathname).toBe('/sign-in');
    const shown = await visitor.get(await visitor.signIn('noah', next));
    expect(shown.status).toBe(200);
    const ticket = ticketOf(shown);
    expect(locationOf(await visitor.decide('allow', ticket, [])).searchParams.has('code')).toBe(true);
    expect(locationOf(await visitor.get(path)).pathname, 'and for the next request again').toBe('/sign-in');
  });

test('A20 cancelling does not fall back to the session before', async ({ visitor }) => {
  await visitor.signIn('noah');
  const signIn = locationOf(await visitor.get(authorizePath({ prompt: 'login' })));
  const cancelled = await visitor.post(pathOf(signIn), { cancel: '1' });
  expect(locationOf(cancelled).searchParams.get('error')).toBe('access_denied');
  expect(locationOf(await visitor.get(pathOf(signIn).replace('/sign-in', '/authorize'))).pathname).toBe('/sign-in');
});

test('A20 prompt=login of a pushed request holds whatever the address says', async ({ visitor, accord }) => {
  await visitor.signIn('noah');
  const { json } = await push(accord, { prompt: 'login' });
  const signIn = locationOf(await visitor.get(pushedPath(json.request_uri, { prompt: 'consent' })));
  expect(signIn.pathname).toBe('/sign-in');
  const path = await visitor.signIn('noah', pathOf(signIn).replace('/sign-in', '/authorize'));
  expect((await visitor.get(path)).status).toBe(200);
});

test('A20 A21 a session that is young enough is not asked again, and prompt=consent shows the page', async ({
  visitor,
}) => {
  await visitor.signIn('noah');
  expect((await visitor.get(authorizePath({ max_age: '300' }))).status).toBe(200);
  expect((await visitor.get(authorizePath({ prompt: 'consent' }))).status).toBe(200);
  expect(await errorOf(visitor, authorizePath({ max_age: '-1' }))).toBe('invalid_request');
});

test('A13 what is not supported has an error of its own', async ({ visitor }) => {
  for (const [error, change] of [
    ['request_not_supported', { request: 'e30.e30.' }],
    ['request_uri_not_supported', { request_uri: 'https://budget.example/request' }],
    ['registration_not_supported', { registration: '{}' }],
    ['unsupported_response_mode', { response_mode: 'form_post' }],
    ['unsupported_response_mode', { response_mode: 'jwt' }],
  ] as const)
    expect(await errorOf(visitor, authorizePath(change))).toBe(error);
});

test('a request may come as a form from any site, and is answered as by GET', async ({ visitor }) => {
  const from = { origin: 'https://recipient.example', 'sec-fetch-site': 'cross-site' };
  const good = authorizationQuery();
  const sendOn = async (query: URLSearchParams): Promise<Answer> => {
    const sent = locationOf(await visitor.sendRequest(query, from));
    expect(sent.pathname).toBe('/authorize');
    expect(sent.searchParams.has('journey')).toBe(false);
    return visitor.get(pathOf(sent));
  };
  expect(locationOf(await sendOn(good)).pathname).toBe('/sign-in');
  await visitor.signIn('noah');
  expect((await sendOn(good)).status).toBe(200);
  const refused = authorizationQuery({ scope: 'EVERYTHING' });
  expect(locationOf(await sendOn(refused)).searchParams.get('error')).toBe('invalid_scope');
  const untrusted = authorizationQuery({ redirect_uri: 'https://evil.example/' });
  const page = await sendOn(untrusted);
  expect(page.status).toBe(400);
  expect(page.headers.location).toBeUndefined();
  const silent = await sendOn(authorizationQuery({ prompt: 'none', journey: 'x' }));
  expect(locationOf(silent).searchParams.get('error')).toBe('consent_required');
});

test('O13 a request that comes as a form brings no journey along', async ({ visitor }) => {
  const signIn = locationOf(await visitor.get(authorizePath({ prompt: 'login' })));
  expect(signIn.searchParams.get('journey')).toBeTruthy();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const byGet = locationOf(await visitor.post('/authorize', signIn.searchParams, type));
  expect(byGet.searchParams.get('prompt')).toBe('login');
  expect(byGet.searchParams.has('journey')).toBe(false);
});

test('C8 a decision is still taken from our own pages alone', async ({ visitor }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('noah'));
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await visitor.post('/authorize', { ticket, decision: 'allow' }, foreign)).status).toBe(403);
  expect((await visitor.post('/authorize', { decision: 'allow' }, foreign)).status).toBe(403);
});
