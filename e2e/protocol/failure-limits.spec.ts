import { discardServer, newDirectory, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { budgetBuddy } from '../support/granted.ts';
import { call } from '../support/http-call.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

let one: Server;
let other: Server;
test.beforeAll(async () => {
  const variables = { ACCORD_CLIENT_FAILURES: '5', ACCORD_SIGN_IN_FAILURES: '3', ACCORD_FAILURE_SECONDS: '600' };
  one = await startServer({ directory: newDirectory(), variables });
  const { directory, secret, issuer } = one;
  other = await startServer({ directory, secret, issuer, variables });
});
test.afterAll(async () => {
  await discardServer(other);
  await discardServer(one);
});

const guess = (server: Server, client: string, path = '/token') =>
  redeem(server.origin, { path, basic: [client, 'a guess'], form: { code: 'x', redirect_uri: 'https://x.example/' } });

test('T13 a client that fails too often waits, on all instances, and is told how long', async () => {
  for (let index = 0; index < 5; index += 1)
    expect((await guess(index % 2 ? one : other, 'quick-quote', index % 3 ? '/token' : '/par')).status).toBe(401);
  for (const [server, path] of [
    [one, '/token'],
    [other, '/token'],
    [one, '/par'],
    [other, '/introspect'],
  ] as const) {
    const { status, headers, json } = await guess(server, 'quick-quote', path);
    expect({ status, error: json.error }).toEqual({ status: 429, error: 'temporarily_unavailable' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(590);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(600);
  }
});

test('T13 another client at the same address does not wait', async () => {
  const form = { code: 'x', redirect_uri: 'http://127.0.0.1:9999/callback' };
  expect((await redeem(one.origin, { basic: budgetBuddy, form })).json.error).toBe('invalid_grant');
  expect((await guess(one, 'nobody')).status).toBe(401);
});

test('O11 a right credential goes through whatever was counted, and the line of a 429 names the recipient', async () => {
  for (let index = 0; index < 6; index += 1) await guess(one, 'budget-buddy');
  expect((await guess(other, 'budget-buddy')).status).toBe(429);
  const own = await redeem(one.origin, { basic: budgetBuddy, form: { grant_type: 'client_credentials' } });
  expect(own.status).toBe(200);
  await expect
    .poll(() => other.output.join('').split('\n'))
    .toContainEqual(expect.stringMatching(/"status":429,.*"recipient":"budget-buddy"/));
});

test('O11 a client that has proved itself never waits for what is wrong with a code, a token or a proof', async () => {
  const redirect_uri = 'http://127.0.0.1:9999/callback';
  for (let index = 0; index < 8; index += 1) {
    const wrong = [
      { form: { code: `x-${index}`, redirect_uri } },
      { form: { grant_type: 'refresh_token', refresh_token: `gone-${index}` } },
      { form: { code: 'x', redirect_uri }, headers: { dpop: 'nonsense' } },
      { form: {} },
    ];
    for (const call of wrong) expect((await redeem(other.origin, { basic: budgetBuddy, ...call })).status).toBe(400);
  }
});

test('O11 the consent API limits guesses as the token endpoint does, and counts them together', async () => {
  const ask = (password: string) =>
    call(one.origin, {
      path: '/fdx/v6/consents/unknown',
      headers: { authorization: `Basic ${btoa(`cashflow-app:${password}`)}` },
    });
  for (let index = 0; index < 5; index += 1)
    expect((index % 2 ? await ask('a guess') : await guess(other, 'cashflow-app')).status).toBe(401);
  const { status, headers, text } = await ask('a guess');
  expect({ status, code: JSON.parse(text).code }).toEqual({ status: 429, code: '429' });
  expect(Number(headers['retry-after'])).toBeGreaterThan(590);
});

test('T13 a customer who fails too often waits, on all instances, and is told so in words', async () => {
  const visitor = new Visitor(one.origin);
  const path = `/sign-in?for=dashboard&provider_id=1000&language=en`;
  const signIn = (password: string) => visitor.post(path, { username: 'noah', password });
  for (let index = 0; index < 3; index += 1) expect((await signIn('wrong')).status).toBe(200);
  const elsewhere = new Visitor(other.origin, other.issuer);
  const answer = await elsewhere.post(path, { username: 'noah', password: 'maple-leaf' });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(590);
});
