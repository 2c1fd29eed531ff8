import { discardServer, type Server, startServer } from '../servers/server.ts';
import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { Visitor } from '../support/visitor.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
test.beforeAll(async () => {
  // Not `-H 127.0.0.1`: Next takes its own name for another host there, and asks itself for ever.
  const commandAt = (port: number) => [
    'node_modules/next/dist/bin/next',
    'start',
    '-H',
    'localhost',
    '-p',
    String(port),
  ];
  server = await startServer({ commandAt });
});
test.afterAll(() => discardServer(server));

test('`next start` serves the same product: a customer signs in, switches the language and allows', async ({
  customer,
  page,
}) => {
  Object.assign(customer, { origin: server.origin });
  await customer.isSent();
  await customer.seesSignIn();
  await customer.signsIn('camille');
  await customer.seesConsent();
  await customer.account('1234').check();
  await customer.switchLanguage.click();
  customer.language = 'fr';
  await customer.seesConsent();
  await expect(page.locator('script')).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await customer.allow.click();
  expect((await customer.isBack()).url.searchParams.get('iss')).toBe(server.issuer);
});

test('`next start` gives its pages their true status, from the door, a page and an action', async ({ say }) => {
  const visitor = new Visitor(server.origin);
  const untrusted = await visitor.get('/authorize');
  expect(untrusted.status).toBe(400);
  expect(untrusted.text.match(/<script\b/g)).toHaveLength(1);

  const path = await visitor.signIn('noah');
  const unknown = await visitor.get('/consents/none?provider_id=1000');
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain(say('not-found'));
  const forged = await visitor.post(path, { ticket: 'x', decision: 'allow' });
  expect(forged.status).toBe(400);
  expect(forged.text).toContain(say('ticket-invalid'));
  const denied = await visitor.decide('deny', await visitor.openConsent(path), []);
  expect({ status: denied.status, text: denied.text }).toEqual({ status: 303, text: '' });
});

test('`next start` answers too many wrong passwords with 429 and Retry-After', async () => {
  const visitor = new Visitor(server.origin);
  const guess = () =>
    visitor.post(authorizePath().replace('/authorize', '/sign-in'), { username: 'amara', password: 'wrong' });
  for (let time = 0; time < 10; time += 1) expect((await guess()).status).toBe(200);
  const { status, headers, text } = await guess();
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(text.match(/<script\b/g)).toHaveLength(1);
});
