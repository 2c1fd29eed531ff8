import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { redeem, type TokenCall } from '../support/token-request.ts';

const redirect_uri = 'http://127.0.0.1:9999/callback';
const form = { code: 'x', redirect_uri };

const refused: Record<string, TokenCall> = {
  'a wrong secret': { basic: ['budget-buddy', 'wrong'], form },
  'an unknown client': { basic: ['nobody', 'x'], form },
  'a suspended client': { basic: ['quick-quote', 'x'], form },
  'a secret in the form, where Basic is registered': {
    form: { ...form, client_id: 'budget-buddy', client_secret: secretOfBudgetBuddy },
  },
  'no secret, where one is registered': { form: { ...form, client_id: 'budget-buddy' } },
  'a public client with a secret': { form: { ...form, client_id: 'cashflow-app', client_secret: 'x' } },
  'nobody at all': { form },
  'a broken Authorization header': { form, headers: { authorization: 'Basic ***' } },
  'another scheme': { form, headers: { authorization: 'Bearer x' } },
};

for (const [name, attempt] of Object.entries(refused)) {
  test(`T2 ${name} is 401 invalid_client, named with WWW-Authenticate when a header was tried`, async ({ accord }) => {
    const { status, json, headers } = await redeem(accord.origin, attempt);
    expect({ status, error: json.error }).toEqual({ status: 401, error: 'invalid_client' });
    const hasTriedHeader = attempt.basic !== undefined || attempt.headers !== undefined;
    expect(headers['www-authenticate']).toEqual(hasTriedHeader ? expect.stringMatching(/^Basic realm=/) : undefined);
    expect(headers['cache-control']).toBe('no-store');
  });
}

test('T2 two methods at once are invalid_request', async ({ accord }) => {
  const both: TokenCall = {
    basic: ['budget-buddy', secretOfBudgetBuddy],
    form: { ...form, client_secret: secretOfBudgetBuddy },
  };
  expect(await redeem(accord.origin, both)).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
});

test('T2 the client is authenticated before its grant is looked at', async ({ accord }) => {
  const { json } = await redeem(accord.origin, { basic: ['budget-buddy', 'wrong'], form: { grant_type: 'nonsense' } });
  expect(json.error).toBe('invalid_client');
});
