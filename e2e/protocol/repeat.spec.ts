import { authorizePath, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { consentsOf } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';

const redirect_uri = 'http://127.0.0.1:9999/callback';
const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];

test('C6 both decisions are answered with 303 and an empty body', async ({ visitor }) => {
  for (const decision of ['deny', 'allow']) {
    const ticket = await visitor.openConsent(await visitor.signIn('camille'));
    const { status, headers, text } = await visitor.decide(decision, ticket);
    expect({ status, text }).toEqual({ status: 303, text: '' });
    expect(headers.location).toMatch(/^http:\/\/127\.0\.0\.1:9999\/callback\?/);
  }
});

test('C11 the same Allow again gives the same code until it is redeemed, then our page', async ({ visitor, say }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('camille'));
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => visitor.decide('allow', ticket)));
  const locations = new Set(answers.map(({ headers }) => headers.location));
  expect(locations.size).toBe(1);
  const code = new URL([...locations][0] ?? '').searchParams.get('code') ?? '';
  expect((await redeem(visitor.origin, { basic, form: { code, redirect_uri } })).status).toBe(200);

  const again = await visitor.decide('allow', ticket);
  expect(again.status).toBe(400);
  expect(again.headers.location).toBeUndefined();
  expect(again.text).toContain(say('already-answered'));
});

test('C11 Allow after Deny is impossible with the same page, also all at once', async ({ visitor, accord }) => {
  const correlation_id = crypto.randomUUID();
  const path = await visitor.signIn('camille', authorizePath({ correlation_id }));
  const ticket = await visitor.openConsent(path);
  expect(locationOf(await visitor.decide('deny', ticket)).searchParams.get('error')).toBe('access_denied');
  expect((await visitor.decide('allow', ticket)).status).toBe(400);
  expect(locationOf(await visitor.decide('deny', ticket)).searchParams.get('error')).toBe('access_denied');
  expect(consentsOf(accord.databasePath, correlation_id)).toEqual([]);
});

test('C11 Allow and Deny at the same moment end without a consent or with a denied one', async ({
  visitor,
  accord,
}) => {
  const correlation_id = crypto.randomUUID();
  const path = await visitor.signIn('camille', authorizePath({ correlation_id }));
  const ticket = await visitor.openConsent(path);
  const answers = await Promise.all(
    ['allow', 'deny', 'allow', 'deny'].map((decision) => visitor.decide(decision, ticket)),
  );
  const code = answers
    .map(({ headers }) => headers.location && new URL(headers.location).searchParams.get('code'))
    .find(Boolean);
  if (code) {
    const { json } = await redeem(accord.origin, { basic, form: { code, redirect_uri } });
    expect(json.error).toBe('invalid_grant');
  }
  expect(consentsOf(accord.databasePath, correlation_id).filter(({ status }) => status === 'active')).toEqual([]);
});

test('C11 Deny on a page opened again withdraws what was allowed before, even when the code was redeemed', async ({
  visitor,
  accord,
}) => {
  const correlation_id = crypto.randomUUID();
  const path = await visitor.signIn('camille', authorizePath({ correlation_id }));
  const first = await visitor.openConsent(path);
  const code = locationOf(await visitor.decide('allow', first)).searchParams.get('code') ?? '';
  expect((await redeem(accord.origin, { basic, form: { code, redirect_uri } })).status).toBe(200);
  const second = await visitor.openConsent(path);
  expect(locationOf(await visitor.decide('deny', second)).searchParams.get('error')).toBe('access_denied');
  expect(consentsOf(accord.databasePath, correlation_id)).toMatchObject([{ status: 'revoked' }]);
});
