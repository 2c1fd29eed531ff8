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

test('other methods are answered 405 with Allow, on our page', async ({ visitor, accord, say }) => {
  const allowed = { '/authorize': 'GET, HEAD, POST', '/sign-in': 'GET, HEAD, POST', '/sign-out': 'POST' };
  for (const [path, allow] of Object.entries(allowed)) {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await call(accord.origin, { method, path, headers: { origin: accord.origin } });
      expect(answer.status, `${method} ${path}`).toBe(405);
      expect(answer.headers.allow).toBe(allow);
      expect(answer.text).toContain(say('method-not-allowed'));
    }
  }
  expect((await visitor.get('/sign-out')).status).toBe(405);
});

test('a body over 16 kB is 413 on our page, whether or not it says how long it is', async ({
  visitor,
  accord,
  say,
}) => {
  const body = `ticket=${'x'.repeat(17_000)}`;
  for (const path of ['/authorize', '/sign-out', authorizePath().replace('/authorize', '/sign-in')]) {
    const answer = await visitor.post(path, new URLSearchParams(body));
    expect(answer.status, path).toBe(413);
    expect(answer.text).toContain(say('too-large'));
  }
  const chunked = { ...form, origin: accord.origin, 'transfer-encoding': 'chunked' };
  const answer = await call(accord.origin, { method: 'POST', path: '/authorize', headers: chunked, body });
  expect(answer.status).toBe(413);
});

test('a body of another type is 415 on our page', async ({ visitor, say }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('noah'));
  for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', '']) {
    const answer = await visitor.post('/authorize', { ticket, decision: 'allow' }, { 'content-type': type });
    expect(answer.status, type).toBe(415);
    expect(answer.text).toContain(say('wrong-type'));
  }
});

test('no body, a broken body and a body of nonsense are answered 400', async ({ visitor, accord }) => {
  for (const body of ['', '%', '&&&', 'ticket', 'ticket=%00%ff', '\u0000\u0001', 'a='.repeat(5000)]) {
    const headers = { ...form, origin: accord.origin };
    const answer = await call(accord.origin, { method: 'POST', path: '/authorize', headers, body });
    expect(answer.status, body.slice(0, 10)).toBe(400);
  }
  expect((await visitor.post('/authorize', {})).status).toBe(400);
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
