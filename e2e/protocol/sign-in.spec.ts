import { discardServer, startServer } from '../servers/server.ts';
import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { countRows } from '../support/stored.ts';
import { Visitor } from '../support/visitor.ts';

/** The parts of a `Set-Cookie` line; `Expires`, for old browsers, says the same as `Max-Age` (RFC 6265 §5.2). */
function partsOf(line: string): Record<string, string> {
  const pairs = line.split('; ').map((part, index): [string, string] => {
    const [, name = '', value = ''] = /^([^=]+)=?(.*)$/.exec(part) ?? [];
    return index === 0 ? [name, value] : [name.toLowerCase(), value.toLowerCase()];
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== 'expires'));
}
const lasting = { path: '/', 'max-age': '3600', httponly: '', samesite: 'lax' };

const signInPath = () => authorizePath().replace('/authorize', '/sign-in');

test('after 10 failures a customer is told to wait: 429 with Retry-After, on our page, the right password too', async ({
  visitor,
  t,
}) => {
  const attempt = (password: string) => visitor.post(signInPath(), { username: 'amara', password });
  for (let attempts = 1; attempts <= 10; attempts += 1) expect((await attempt('wrong')).status).toBe(200);
  for (const password of ['wrong', 'maple-syrup']) {
    const { status, headers, text } = await attempt(password);
    expect(status).toBe(429);
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThan(200);
    expect(seconds).toBeLessThanOrEqual(300);
    expect(text).toContain(t('SignIn.problem.too-many-failures', { minutes: Math.ceil(seconds / 60) }));
    expect(headers['set-cookie']).toBeUndefined();
  }
  // Another customer is not held up.
  expect((await visitor.post(signInPath(), { username: 'luc', password: 'sucre-roux' })).status).toBe(303);
});

test('guesses made all at once, or under other spellings of the name, do not pass the limit', async ({ visitor }) => {
  const names = ['nobody', ' nobody', 'NOBODY', 'nobody '];
  const guesses = Array.from({ length: 40 }, (_, index) => index);
  const answers = await Promise.all(
    guesses.map((index) =>
      visitor.post(signInPath(), { username: names[index % 4] ?? '', password: `guess ${index}` }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
});

test('an unknown customer and a wrong password are answered alike', async ({ visitor }) => {
  const answers = await Promise.all(
    ['noah', 'no-such-customer'].map((username) => visitor.post(signInPath(), { username, password: 'wrong' })),
  );
  const alike = answers.map(({ status, text }) => ({ status, alert: /role="alert".*?<\/div>/s.exec(text)?.[0] }));
  expect(alike[0]).toEqual(alike[1]);
});

test('C16 the session cookie is HttpOnly, SameSite=Lax and short; signing in again gives another id', async ({
  visitor,
  accord,
}) => {
  await visitor.signIn('noah');
  const [first] = visitor.cookies.values();
  const sessions = countRows(accord.databasePath).sessions;
  const { headers } = await visitor.post(signInPath(), { username: 'noah', password: 'maple-leaf' });
  const [line = ''] = headers['set-cookie'] ?? [];
  expect(headers['set-cookie']).toHaveLength(1);
  expect(partsOf(line)).toEqual({ 'accord-1000': expect.stringMatching(/^[\w-]{43}$/), ...lasting });
  expect(line).not.toContain(first);
  expect(countRows(accord.databasePath).sessions, 'the session before has ended').toBe(sessions);
});

test('C16 a session that was signed out opens nothing, though its cookie is sent again', async ({ visitor }) => {
  const path = await visitor.signIn('noah');
  const [pair] = visitor.cookies;
  await visitor.signOut(path);
  expect(visitor.cookies.size).toBe(0);
  const answer = await visitor.get(path, { cookie: (pair ?? []).join('=') });
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toContain('/sign-in?');
});

test('C16 C5 behind https the cookie is __Host- and Secure, the page says HSTS, and http is a foreign origin', async () => {
  const server = await startServer({ issuer: 'https://consent.example' });
  try {
    const visitor = new Visitor(server.origin, server.issuer);
    const answer = await visitor.post(signInPath(), { username: 'noah', password: 'maple-leaf' });
    const [line = ''] = answer.headers['set-cookie'] ?? [];
    const id = expect.stringMatching(/^[\w-]{43}$/);
    expect(partsOf(line)).toEqual({ '__Host-accord-1000': id, ...lasting, secure: '' });
    const ticket = await visitor.openConsent(authorizePath());
    const page = await visitor.get(authorizePath());
    expect(page.headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
    const fields = { ticket, decision: 'allow' };
    expect((await visitor.post('/authorize', fields, { origin: 'http://consent.example' })).status).toBe(403);
    const allowed = await visitor.post('/authorize', fields, { host: 'consent.example' });
    expect(new URL(allowed.headers.location ?? '').searchParams.get('iss')).toBe('https://consent.example');
  } finally {
    await discardServer(server);
  }
});
