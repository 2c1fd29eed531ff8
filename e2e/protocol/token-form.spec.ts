import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { call } from '../support/http-call.ts';
import { redeem } from '../support/token-request.ts';

const redirect_uri = 'http://127.0.0.1:9999/callback';
const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];

test('T1 only a posted form is read: not the query, not JSON, nothing twice, no other method', async ({
  visitor,
  accord,
}) => {
  const code = await visitor.obtainCode('noah');
  const path = `/token?${new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri })}`;
  expect((await redeem(accord.origin, { basic, path, form: [] })).json.error).toBe('invalid_request');
  const json = { 'content-type': 'application/json' };
  expect((await redeem(accord.origin, { basic, form: { code, redirect_uri }, headers: json })).status).toBe(400);
  const twice: [string, string][] = [
    ['grant_type', 'authorization_code'],
    ['code', code],
    ['code', code],
    ['redirect_uri', redirect_uri],
  ];
  expect((await redeem(accord.origin, { basic, form: twice })).json.error).toBe('invalid_request');
  for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
    const answer = await call(accord.origin, { method, path: '/token' });
    expect(answer.status, method).toBe(405);
    expect(answer.headers.allow).toBe('POST');
  }
  const large = await redeem(accord.origin, { basic, form: { code: 'x'.repeat(17_000) } });
  expect(large.status).toBe(413);
});

test('T5 a missing parameter is invalid_request, another grant unsupported_grant_type', async ({ accord }) => {
  const cases: [Record<string, string | undefined>, string][] = [
    [{ grant_type: undefined }, 'invalid_request'],
    [{ redirect_uri }, 'invalid_request'],
    [{ code: 'x' }, 'invalid_request'],
    [{ code: '', redirect_uri }, 'invalid_request'],
    [{ grant_type: 'password', username: 'camille' }, 'unsupported_grant_type'],
  ];
  for (const [form, error] of cases)
    expect((await redeem(accord.origin, { basic, form })).json.error, JSON.stringify(form)).toBe(error);
});
