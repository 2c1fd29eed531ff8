import { authorizationQuery, authorizePath } from '../support/authorization-request.ts';
import { relative } from '../support/bank-visit.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { linkWith } from '../support/links.ts';
import { push, pushedPath } from '../support/pushed.ts';
import { Visitor } from '../support/visitor.ts';

const nameless = (change: Record<string, string> = {}) => authorizePath({ provider_id: undefined, ...change });

const errorOf = async (visitor: Visitor, path: string) => locationOf(await visitor.get(path)).searchParams.get('error');

test('a request that names no bank is put to the customer, stores nothing and goes on with the one they choose', async ({
  visitor,
}) => {
  const path = nameless({ state: 'af0ifjsldkj', correlation_id: 'journey-of-ours' });
  const page = await visitor.get(path);
  expect(page.status).toBe(200);
  expect(page.headers['set-cookie']).toBeUndefined();
  for (const name of ['Maple Bank', 'Northern Credit Union']) expect(page.text).toContain(name);
  const chosen = linkWith(page, 'provider_id=2000');
  expect(Object.fromEntries(new URL(chosen, visitor.origin).searchParams)).toMatchObject({
    state: 'af0ifjsldkj',
    correlation_id: 'journey-of-ours',
    client_id: 'budget-buddy',
  });
  const signIn = locationOf(await visitor.get(chosen));
  expect(signIn.pathname).toBe('/sign-in');
  expect(signIn.searchParams.get('provider_id')).toBe('2000');
});

test('the way back from choosing is access_denied', async ({ visitor }) => {
  const page = await visitor.get(nameless({ state: 'af0ifjsldkj' }));
  const back = new URL(linkWith(page, 'error=access_denied'));
  expect(back.origin + back.pathname).toBe('http://127.0.0.1:9999/callback');
  expect(back.searchParams.get('state')).toBe('af0ifjsldkj');
  expect(back.searchParams.get('iss')).toBe(visitor.issuer);
});

test('whoever comes to sign in without a bank is asked for it first', async ({ visitor }) => {
  const asked = locationOf(await visitor.get(nameless().replace('/authorize', '/sign-in')));
  expect(asked.pathname).toBe('/authorize');
  expect((await visitor.get(relative(asked))).text).toContain('Maple Bank');
});

test('A14 a pushed request that names no bank goes on with the one that is chosen, to its code', async ({
  accord,
  visitor,
}) => {
  const { status, json } = await push(accord, { provider_id: undefined });
  expect(status).toBe(201);
  const page = await visitor.get(pushedPath(json.request_uri));
  expect(page.status).toBe(200);
  const signIn = locationOf(await visitor.get(linkWith(page, 'provider_id=1000')));
  expect(signIn.searchParams.get('request_uri')).toBe(json.request_uri);
  const consent = await visitor.signIn('noah', relative(signIn).replace('/sign-in', '/authorize'));
  const answer = await visitor.decide('allow', await visitor.openConsent(consent), []);
  expect(locationOf(answer).searchParams.has('code')).toBe(true);
  expect((await visitor.get(pushedPath(json.request_uri))).status, 'and is answered once').toBe(400);
});

test('A14 the bank that a pushed request names stands, whatever its address says', async ({ accord, visitor }) => {
  const { json } = await push(accord, { provider_id: '1000' });
  const signIn = locationOf(await visitor.get(pushedPath(json.request_uri, { provider_id: '2000' })));
  expect((await visitor.get(relative(signIn))).text).toContain('Maple Bank');
});

test('A14 a bank that is chosen for a pushed request is a known one, and is one', async ({ accord, visitor }) => {
  const { json } = await push(accord, { provider_id: undefined });
  const choosing = (choice: string) => errorOf(visitor, `${pushedPath(json.request_uri)}&${choice}`);
  expect(await choosing('provider_id=9999')).toBe('invalid_request');
  expect(await choosing('provider_id=1000&provider_id=2000')).toBe('invalid_request');
});

test('A19 prompt=none shows no page to choose on', async ({ accord, visitor }) => {
  expect(await errorOf(visitor, nameless({ prompt: 'none' }))).toBe('interaction_required');
  const { status, json } = await push(accord, { provider_id: undefined, prompt: 'none' });
  expect([status, json.error]).toEqual([400, 'interaction_required']);
});

test('a bank that is not known is no choice', async ({ visitor }) => {
  expect(await errorOf(visitor, authorizePath({ provider_id: '9999' }))).toBe('invalid_request');
});

test('a request without a bank that comes as a form is put to the customer alike', async ({ accord }) => {
  const visitor = new Visitor(accord.origin);
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const form = authorizationQuery({ provider_id: undefined });
  const byGet = locationOf(await visitor.post('/authorize', form, type));
  expect((await visitor.get(relative(byGet))).text).toContain('Maple Bank');
});
