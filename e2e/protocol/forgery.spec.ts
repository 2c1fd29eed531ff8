import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { countRows } from '../support/stored.ts';

const foreign: Record<string, Record<string, string>> = {
  'a foreign Origin': { origin: 'https://evil.example' },
  'Origin null': { origin: 'null' },
  'no Origin': { origin: '' },
  'no Origin, from another site': { origin: '', 'sec-fetch-site': 'cross-site' },
  'our Origin, from another site': { 'sec-fetch-site': 'cross-site' },
  'a subdomain of ours': { origin: 'http://evil.localhost' },
  'an origin that begins like ours': { origin: 'http://localhost.evil.example' },
  'a forged host beside a foreign Origin': {
    origin: 'https://evil.example',
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  },
};

for (const [name, headers] of Object.entries(foreign)) {
  test(`C8 a decision, a sign-in and a sign-out with ${name} get our 403 page and change nothing`, async ({
    visitor,
    accord,
  }) => {
    const path = await visitor.signIn('camille');
    const ticket = await visitor.openConsent(path);
    const before = countRows(accord.databasePath);
    const fields = { ticket, decision: 'allow', account: 'acc-chq-1', username: 'noah', password: 'maple-leaf' };
    for (const target of ['/authorize', '/sign-out', path.replace('/authorize', '/sign-in')]) {
      const answer = await visitor.post(target, fields, headers);
      expect(answer.status, target).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers.location).toBeUndefined();
      expect(answer.text).toContain('<h1>');
    }
    expect(countRows(accord.databasePath)).toEqual(before);
  });
}

test('C8 Sec-Fetch-Site same-origin is enough where a browser sends no Origin', async ({ visitor }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('noah'));
  const headers = { origin: '', 'sec-fetch-site': 'same-origin' };
  const answer = await visitor.post('/authorize', { ticket, decision: 'allow' }, headers);
  expect(locationOf(answer).searchParams.has('code')).toBe(true);
});

test('a forged Host or X-Forwarded-* changes nothing of an answer', async ({ visitor, accord }) => {
  const forged = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.9',
    forwarded: 'host=evil.example;proto=https',
  };
  const path = await visitor.signIn('noah');
  const page = await visitor.get(path, forged);
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('evil.example');
  const ticket = await visitor.openConsent(path);
  const answer = await visitor.post('/authorize', { ticket, decision: 'allow' }, forged);
  const location = locationOf(answer);
  expect(location.origin).toBe('http://127.0.0.1:9999');
  expect(location.searchParams.get('iss')).toBe(accord.issuer);
  const metadata = await visitor.get('/.well-known/oauth-authorization-server', forged);
  expect(metadata.text).not.toContain('evil.example');
  const away = await visitor.get(authorizePath(), { ...forged, cookie: 'accord-1000=forged' });
  expect(away.headers.location).toMatch(/^(\/sign-in\?|http:\/\/localhost:\d+\/sign-in\?)/);
});

test('C16 a forged, foreign or absurd cookie is nobody', async ({ visitor }) => {
  await visitor.signIn('camille');
  const [cookie = ''] = visitor.cookies.values();
  const forged = ['x', cookie.slice(1), `${cookie}x`, '%00', '"', 'a'.repeat(4000), '__proto__', "' or 1=1 --"];
  for (const value of forged) {
    const answer = await visitor.get(authorizePath(), { cookie: `accord-1000=${value}` });
    expect(locationOf(answer).pathname, value.slice(0, 20)).toBe('/sign-in');
  }
  // The session of one bank is none at another.
  const elsewhere = await visitor.get(authorizePath({ provider_id: '2000' }), { cookie: `accord-2000=${cookie}` });
  expect(locationOf(elsewhere).pathname).toBe('/sign-in');
});
