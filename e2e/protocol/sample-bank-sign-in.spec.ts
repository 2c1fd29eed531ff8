import { once } from 'node:events';
import { connect } from 'node:net';
import { decodeJwt } from 'jose';
import { type SampleWorld, startSampleWorld } from '../servers/sample-bank.ts';
import { expect, test } from '../support/fixtures.ts';
import { redeemAtBank, signInAtBank, upstreamRequest } from '../support/upstream-token.ts';
import { Wanderer } from '../support/wanderer.ts';

let world: SampleWorld;
test.beforeAll(async () => {
  world = await startSampleWorld();
});
test.afterAll(() => world.close());

/** A visitor who has signed in at the bank, and the tokens that Accord has of it. */
async function signIn(change: Record<string, string> = {}) {
  const visitor = new Wanderer();
  const request = upstreamRequest(world, change);
  await visitor.go(request.address);
  await signInAtBank(visitor, request.redirect_uri);
  return { visitor, tokens: await redeemAtBank(world, visitor, request) };
}

const ask = (path: string, token: string) =>
  fetch(`${world.bank}/fdx/v6/${path}`, { headers: { authorization: `Bearer ${token}` } });

test('the bank’s own token lists the customer’s accounts page by page, and opens no data', async () => {
  const { tokens } = await signIn();
  const token = tokens.access_token ?? '';
  const first = await (await ask('accounts', token)).json();
  expect(first).toMatchObject({
    page: { nextOffset: '2' },
    accounts: [{ accountId: 'har-101' }, { accountId: 'har-102' }],
  });
  const second = await (await ask('accounts?offset=2', token)).json();
  expect(second.page).not.toHaveProperty('nextOffset');
  expect(second.accounts).toMatchObject([{ accountId: 'har-103', status: 'CLOSED' }]);
  for (const path of ['accounts/har-101', 'accounts/har-101/transactions', 'customers/current']) {
    const refused = await ask(path, token);
    expect(refused.status, path).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(await refused.json()).toEqual({ code: '603', message: 'The access token is missing, unknown or over' });
  }
});

test('a bank’s token without the scope for accounts lists nothing', async () => {
  const { tokens } = await signIn({ scope: 'openid profile' });
  expect((await ask('accounts', tokens.access_token ?? '')).status).toBe(401);
});

test('the ID token says that there were two factors, and when', async () => {
  const before = Math.floor(Date.now() / 1000);
  const { tokens } = await signIn({ acr_values: 'mfa', max_age: '300' });
  const claims = decodeJwt(tokens.id_token ?? '');
  expect(claims).toMatchObject({ acr: 'mfa', amr: ['pwd', 'otp'], name: 'Sigrid Lavoie' });
  expect(claims.auth_time).toBeGreaterThanOrEqual(before);
});

test('the bank knows a customer again, unless it is told to ask; and no more once they have signed out', async () => {
  const { visitor, tokens } = await signIn();
  const again = upstreamRequest(world);
  await visitor.go(again.address, { until: again.redirect_uri });
  expect(new URL(visitor.url).searchParams.get('code')).not.toBeNull();

  await visitor.go(upstreamRequest(world, { prompt: 'login' }).address);
  expect(visitor.text).toContain('name="password"');

  const post_logout_redirect_uri = `${world.accord.origin}/sign-out/callback`;
  const leaving = new URLSearchParams({ id_token_hint: tokens.id_token ?? '', post_logout_redirect_uri });
  await visitor.go(`${world.bank}/session/end?${leaving}`);
  const xsrf = visitor.find(/name="xsrf" value="([^"]+)"/);
  const action = visitor.find(/action="([^"]+\/session\/end\/confirm)"/);
  await visitor.go(action, { form: { xsrf, logout: 'yes' }, until: post_logout_redirect_uri });
  expect(visitor.url.startsWith(post_logout_redirect_uri)).toBe(true);
  await visitor.go(upstreamRequest(world).address);
  expect(visitor.text).toContain('name="password"');
});

test('a hint fills in the username, as text', async () => {
  const visitor = new Wanderer();
  await visitor.go(upstreamRequest(world, { login_hint: '"><b>sigrid' }).address);
  expect(visitor.text).toContain('value="&quot;&gt;&lt;b&gt;sigrid"');
});

for (const [language, locales] of [
  ['fr', 'fr-CA en'],
  ['en', 'de en-CA fr'],
] as const)
  test(`what the bank cannot go on with is said on its own page, in ${language}`, async () => {
    const { address } = upstreamRequest(world, { ui_locales: locales, redirect_uri: 'https://elsewhere.example/' });
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`<html lang="${language}">`);
  });

test('a browser that leaves in the middle of a form does not end the bank', async () => {
  const visitor = new Wanderer();
  await visitor.go(upstreamRequest(world).address);
  const { host, hostname, port } = new URL(world.bank);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const path = visitor.find(/<form method="post" action="([^"]+)"/);
  // The body is announced and does not come; the bank is in the middle of it once it has said to go on.
  socket.write(`POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${visitor.cookiesOf(world.bank)}\r\n`);
  socket.write('expect: 100-continue\r\ncontent-length: 500\r\n\r\n');
  await once(socket, 'data');
  socket.write('step=password');
  socket.destroy();
  await once(socket, 'close');
  await visitor.go(upstreamRequest(world).address);
  await signInAtBank(visitor, world.accord.origin);
});
