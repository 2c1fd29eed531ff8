import { authorizationQuery, authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { call, locationOf } from '../support/http-call.ts';
import { countRows } from '../support/stored.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('A26 GET and HEAD of every page leave the database as it is, and set no cookie', async ({ visitor, accord }) => {
  const path = await visitor.signIn('camille');
  const before = countRows(accord.databasePath);
  const cookie = { cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') };
  const paths = [
    path,
    path.replace('/authorize', '/sign-in'),
    '/authorize',
    '/nowhere',
    '/jwks',
    '/health',
    authorizePath(),
  ];
  for (const address of paths) {
    for (const method of ['GET', 'HEAD']) {
      const headers = { ...cookie, 'sec-purpose': 'prefetch;prerender' };
      const answer = await call(accord.origin, { method, path: address, headers });
      expect(answer.headers['set-cookie']).toBeUndefined();
      if (method === 'HEAD') expect(answer.text).toBe('');
    }
  }
  expect(countRows(accord.databasePath)).toEqual(before);
});

test('other methods are answered 405 with Allow, on our page', async ({ accord, say }) => {
  for (const path of ['/authorize', '/sign-in', '/sign-out', '/consents', '/consents/x/stop']) {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await call(accord.origin, { method, path, headers: { origin: accord.origin } });
      expect(answer.status, `${method} ${path}`).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD, POST');
      // Nobody reads what OPTIONS is answered with.
      if (method !== 'OPTIONS') expect(answer.text).toContain(say('method-not-allowed'));
    }
  }
});

test('a page’s form over 256 kB, and a posted request over 16 kB, is 413 on our page', async ({ visitor, say }) => {
  for (const path of ['/authorize', '/sign-out', '/consents/stop', '/sign-in']) {
    const answer = await visitor.post(path, { ticket: 'x'.repeat(262_144) });
    expect(answer.status, path).toBe(413);
    expect(answer.text).toContain(say('too-large'));
    expect((await visitor.post(path, { ticket: 'x'.repeat(240_000) })).status, path).not.toBe(413);
  }
  const answer = await visitor.sendRequest(new URLSearchParams({ state: 'x'.repeat(17_000) }));
  expect(answer.status).toBe(413);
  expect(answer.text).toContain(say('too-large'));
});

test('a body that does not say its length is 411 on our page', async ({ visitor, say }) => {
  const unsaid = { 'content-length': '', 'transfer-encoding': 'chunked' };
  for (const answer of [
    await visitor.post('/sign-in', { username: 'noah' }, unsaid),
    await visitor.sendRequest(authorizationQuery(), unsaid),
  ]) {
    expect(answer.status).toBe(411);
    expect(answer.text).toContain(say('length-required'));
  }
});

test('a body of another type is 415 on our page', async ({ visitor, say }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('noah'));
  const urlencoded = 'application/x-www-form-urlencoded';
  const wrong: [string, string][] = [
    ...['application/json', 'text/plain', ''].map((type): [string, string] => ['/authorize', type]),
    ...['/sign-in', '/sign-out', '/consents/stop'].map((path): [string, string] => [path, urlencoded]),
  ];
  for (const [path, type] of wrong) {
    const answer = await visitor.post(path, { ticket, decision: 'allow' }, { 'content-type': type });
    expect(answer.status, `${path} ${type}`).toBe(415);
    expect(answer.text).toContain(say('wrong-type'));
  }
});

test('a posted request of nonsense is our 400 page, one step on', async ({ visitor }) => {
  for (const body of ['', '%', '&&&', 'ticket', 'ticket=%00%ff', '\u0000\u0001', 'a='.repeat(5000)]) {
    const headers = { ...form, 'content-length': String(Buffer.byteLength(body)) };
    const answer = await call(visitor.origin, { method: 'POST', path: '/authorize', headers, body });
    const { pathname, search } = locationOf(answer);
    expect(pathname).toBe('/authorize');
    expect((await visitor.get(pathname + search)).status, body.slice(0, 10)).toBe(400);
  }
});

test('A29 an address of 8 kB and more is read; a longer one than 40 kB is 414 or 431', async ({ visitor }) => {
  const padded = (length: number) => `${authorizePath()}&padding=${'x'.repeat(length)}`;
  expect(locationOf(await visitor.get(padded(8000))).pathname).toBe('/sign-in');
  expect(locationOf(await visitor.get(padded(39_000))).pathname).toBe('/sign-in');
  expect((await visitor.get(padded(41_000))).status).toBe(414);
  expect([414, 431]).toContain((await visitor.get(padded(70_000))).status);
});

test('an unknown address is our 404 page, whatever is asked of it', async ({ visitor, accord, say }) => {
  for (const path of [
    '/nowhere',
    '/token/x',
    '/%00',
    '/..%2f..%2fetc/passwd',
    '/problem',
    '/_next',
    '/_next/x',
    '/.env',
  ]) {
    const answer = await visitor.get(path);
    expect(answer.status, path).toBe(404);
    expect(answer.text, path).toContain(say('not-found'));
    expect(answer.headers['content-security-policy'], path).toContain("default-src 'none'");
  }
  expect((await call(accord.origin, { method: 'POST', path: '/nowhere' })).status).toBe(404);
});

test('A6 a repeated parameter is refused by redirect, a repeated client_id or redirect_uri on our page', async ({
  visitor,
}) => {
  const query = authorizationQuery();
  for (const name of ['state', 'scope', 'response_type', 'provider_id', 'language']) {
    const answer = await visitor.get(`/authorize?${query}&${name}=x`);
    expect(locationOf(answer).searchParams.get('error'), name).toBe('invalid_request');
  }
  for (const name of ['client_id', 'redirect_uri']) {
    const answer = await visitor.get(`/authorize?${query}&${name}=x`);
    expect(answer.status, name).toBe(400);
    expect(answer.headers.location).toBeUndefined();
  }
});

test('A2 a redirect URI that only resembles a registered one is our 400 page, never a redirect', async ({
  visitor,
}) => {
  const alike = [
    'http://127.0.0.1:9999/callback/',
    'http://127.0.0.1:9999/callback?x=1',
    'http://127.0.0.1:9999/Callback',
    'http://127.0.0.1:9999/callback#x',
    'http://127.0.0.1:9999/a/../callback',
    'http://127.0.0.1@evil.example/callback',
    'http://127.0.0.1.evil.example/callback',
    'http://localhost:9999/callback',
    'https://127.0.0.1:9999/callback',
    'javascript:alert(1)',
    '//evil.example/callback',
  ];
  for (const redirect_uri of alike) {
    const answer = await visitor.get(authorizePath({ redirect_uri }));
    expect(answer.status, redirect_uri).toBe(400);
    expect(answer.headers.location).toBeUndefined();
  }
});
