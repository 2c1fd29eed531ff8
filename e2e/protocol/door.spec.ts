import type { Server } from '../servers/server.ts';
import { authorizePath } from '../support/authorization-request.ts';
import { type BadPost, badPosts, postBadly } from '../support/bad-posts.ts';
import { expect, test } from '../support/fixtures.ts';
import { type Answer, call, locationOf } from '../support/http-call.ts';
import { countRows } from '../support/stored.ts';
import type { Visitor } from '../support/visitor.ts';

const titles: Record<number, RegExp> = {
  400: /We cannot read this answer/,
  403: /This answer did not come from our page/,
  411: /This answer did not say how long it is/,
  413: /This answer is too long/,
  415: /We cannot read this answer/,
};

/** Our own page, under our own headers, that sends nobody anywhere and gives nobody anything. */
function expectOurPage({ headers, text }: Answer, language: 'en' | 'fr', issuer: string): void {
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  });
  expect(headers['content-security-policy']).toContain(`default-src 'none'; script-src ${issuer}/submit-once.js;`);
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers.location).toBeUndefined();
  expect(text).toContain(`<html lang="${language}">`);
  expect(text.match(/<script\b/g)).toHaveLength(1);
}

async function openConsent(visitor: Visitor, language: 'en' | 'fr') {
  const path = await visitor.signIn('noah', authorizePath({ language }));
  const fields: [string, string][] = [
    ['ticket', await visitor.openConsent(path)],
    ['decision', 'allow'],
  ];
  return { path, fields };
}

for (const [name, bad] of Object.entries(badPosts()))
  test(`C8 C9 a decision with ${name} is answered ${bad.status} by our page, and nothing happens`, async ({
    visitor,
    accord,
  }) => {
    const { path, fields } = await openConsent(visitor, 'fr');
    const before = countRows(accord.databasePath);
    const answer = await postBadly(visitor, path, fields, bad);
    expect(answer.status).toBe(bad.status);
    expectOurPage(answer, 'fr', accord.issuer);
    expect(answer.text).toMatch(titles[bad.status] ?? /-/);
    expect(countRows(accord.databasePath)).toEqual(before);
    // The page itself was in order.
    const good: BadPost = { status: 303 };
    expect(locationOf(await postBadly(visitor, path, fields, good)).searchParams.has('code')).toBe(true);
  });

const addresses = ['/sign-in', '/sign-out', '/consents', '/consents/stop', '/consents/x/stop', '/consents/x/change'];

test('C8 C9 no other page takes the action of the consent page, a damaged form, or one from elsewhere', async ({
  visitor,
  accord,
}) => {
  const { fields } = await openConsent(visitor, 'en');
  const before = countRows(accord.databasePath);
  const bad: BadPost[] = [
    { status: 400 },
    { body: (good) => good.slice(0, -20), status: 400 },
    { actions: ['$ACTION_ID_'], status: 400 },
    { headers: { origin: 'https://evil.example' }, status: 403 },
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
  ];
  for (const path of addresses)
    for (const post of bad) {
      const answer = await postBadly(visitor, path, fields, post);
      expect(answer.status, `${path} ${JSON.stringify(post)}`).toBe(post.status);
      expectOurPage(answer, 'en', accord.issuer);
    }
  expect(countRows(accord.databasePath)).toEqual(before);
});

test('C8 a foreign page that posts a decision as a request is sent to the request, and decides nothing', async ({
  visitor,
  accord,
}) => {
  const { path, fields } = await openConsent(visitor, 'en');
  const before = countRows(accord.databasePath);
  const form = new URLSearchParams([...new URL(path, accord.origin).searchParams, ...fields]);
  const sent = await visitor.sendRequest(form, { origin: 'https://evil.example' });
  const { pathname, search } = locationOf(sent);
  expect(pathname).toBe('/authorize');
  expect((await visitor.get(pathname + search)).status).toBe(200);
  expect(countRows(accord.databasePath)).toEqual(before);
});

const harmless = {
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '444',
  forwarded: 'host=evil.example;proto=https',
  'next-action': `40${'0'.repeat(40)}`,
  rsc: '1',
  'next-router-state-tree': '%5B%22%22%5D',
  'next-router-prefetch': '1',
  'next-url': '/consents',
  'x-nextjs-data': '1',
  'x-matched-path': '/consents',
  'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
};

for (const [name, value] of Object.entries(harmless))
  test(`what comes with ${name}: ${value} is answered as without`, async ({ visitor, accord }) => {
    const { path, fields } = await openConsent(visitor, 'fr');
    const opened = await visitor.get(path, { [name]: value });
    expect(opened.status).toBe(200);
    expectOurPage(opened, 'fr', accord.issuer);
    const refused = await visitor.get('/authorize?language=fr', { [name]: value });
    expect(refused.status).toBe(400);
    expectOurPage(refused, 'fr', accord.issuer);
    const answer = await postBadly(visitor, path, fields, { headers: { [name]: value }, status: 303 });
    expect(locationOf(answer).searchParams.has('code')).toBe(true);
    expect(answer.text).toBe('');
  });

for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'DELETE'])
  test(`${method} of any page is 405 under our headers, and of nothing at all`, async ({ accord }) => {
    for (const path of ['/authorize', '/sign-in', '/sign-out', '/consents/x/stop']) {
      const { status, headers } = await ask(accord, method, path);
      expect(status, path).toBe(405);
      expect(headers.allow).toBe('GET, HEAD, POST');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-language']).toMatch(/^en\b/);
    }
    expect((await ask(accord, method, '/nowhere')).status).toBe(404);
  });

test('what is asked of the server as a whole is no fault', async ({ accord }) => {
  expect((await ask(accord, 'OPTIONS', '*')).status).toBe(405);
  expect(accord.output.join('')).not.toMatch(/TypeError|"level":50/);
});

test('addresses of Next’s own are not there', async ({ visitor, accord }) => {
  const own = [
    '/authorize.rsc',
    '/consents.rsc',
    '/authorize.segments/_tree.segment.rsc',
    '/_next/data/x/authorize.json',
    '/_next/image?url=%2Faccord.svg&w=64&q=75',
    '/_next/postponed/resume/authorize',
    '/404',
    '/500',
    '/_error',
    '/_not-found',
    '/problem',
    '/authorize/posted',
    '/sign-in/bank',
    '/%',
  ];
  for (const path of own) {
    const answer = await visitor.get(path);
    expect(answer.status, path).toBe(404);
    expectOurPage(answer, 'en', accord.issuer);
    expect(answer.text).toContain('There is no such page');
  }
});

const ask = ({ origin }: Server, method: string, path: string): Promise<Answer> => call(origin, { method, path });
