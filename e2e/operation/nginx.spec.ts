import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { type ReverseProxy, reverseProxyPort, startReverseProxy } from '../../scripts/nginx.ts';
import { type OwnPostgres, startOwnPostgres } from '../../scripts/postgres.ts';
import { discardServer, newDirectory, newSecret, type Server, type Settings, startServer } from '../servers/server.ts';
import { authorizePath, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { pageFormOf, ticketOf } from '../support/visitor.ts';

test.describe.configure({ mode: 'serial' });
test.use({ ignoreHTTPSErrors: true });

let postgres: OwnPostgres;
let proxy: ReverseProxy;
let shared: Settings;
let instances: Server[];

test.beforeAll(async () => {
  const started = await startOwnPostgres({ isDurable: true });
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed.');
  postgres = started;
  const port = await reverseProxyPort();
  shared = {
    databaseUrl: postgres.url,
    secret: newSecret(),
    issuer: `https://localhost:${port}`,
    variables: { ACCORD_TRUSTED_PROXIES: '127.0.0.1' },
  };
  instances = await Promise.all([startServer(shared), startServer(shared)]);
  const [one = 0, other = 0] = instances.map((server) => server.port);
  proxy = await startReverseProxy(port, [one, other]);
});
test.afterAll(async () => {
  await proxy?.stop();
  await Promise.all((instances ?? []).map(discardServer));
  postgres?.stop();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** One request to the public address, from an address of this machine. */
async function ask(
  path: string,
  {
    from = '127.0.0.1',
    cookie = '',
    form,
    headers = {},
  }: { from?: string; cookie?: string; form?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const fields = form && new URLSearchParams(form);
  const sent = fields && (path === '/token' ? urlencoded(fields) : await pageFormOf(path, fields));
  return new Promise((resolve, reject) => {
    const asked = request(`${proxy.origin}${path}`, {
      method: sent ? 'POST' : 'GET',
      agent: new Agent({ keepAlive: false }),
      localAddress: from,
      family: 4,
      rejectUnauthorized: false,
      headers: {
        ...(cookie && { cookie }),
        ...(sent && { origin: proxy.origin, 'content-type': sent.type, 'content-length': sent.body.length }),
        ...headers,
      },
    });
    asked.on('error', reject);
    asked.on('response', async (response) =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: await text(response) }),
    );
    asked.end(sent?.body);
  });
}

const urlencoded = (fields: URLSearchParams) => ({
  type: 'application/x-www-form-urlencoded',
  body: Buffer.from(fields.toString()),
});

const cookieOf = (answer: Answer): string =>
  (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');

/** Signed in and in front of the page: the session's cookie and the ticket. */
async function prepare(): Promise<{ cookie: string; ticket: string }> {
  const path = authorizePath({ correlation_id: crypto.randomUUID() });
  const form = { username: 'noah', password: 'maple-leaf' };
  const cookie = cookieOf(await ask(path.replace('/authorize', '/sign-in'), { form }));
  return { cookie, ticket: ticketOf(await ask(path, { cookie })) };
}

test('a customer goes the whole way behind nginx, whose every request goes to the other instance', async ({
  customer,
  page,
}) => {
  Object.assign(customer, { origin: proxy.origin });
  await customer.comesToConsent('noah');
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toEqual([expect.stringMatching(/^__Host-accord-/)]);
  expect(cookies).toMatchObject([{ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' }]);
  await customer.allow.click();
  const hit = await customer.isBack();
  expect(hit.url.searchParams.get('iss')).toBe(proxy.origin);

  const authorization = `Basic ${btoa(`budget-buddy:${secretOfBudgetBuddy}`)}`;
  const code = hit.url.searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', code, redirect_uri: customer.recipient.redirectUri };
  const token = await ask('/token', { form, headers: { authorization } });
  expect(token.status).toBe(200);
  expect(token.headers['strict-transport-security']).toContain('max-age=');

  const served = instances.map(
    (server) => server.output.join('').match(/"path":"\/(authorize|sign-in|token)"/g)?.length,
  );
  for (const requests of served) expect(requests).toBeGreaterThanOrEqual(2);
});

test('what a client claims of hosts and addresses changes nothing', async () => {
  const forged = {
    'x-forwarded-host': 'evil.example',
    forwarded: 'for=1.2.3.4;host=evil.example',
    'x-forwarded-for': '1.2.3.4',
  };
  const metadata = await ask('/.well-known/oauth-authorization-server', { headers: forged });
  expect(JSON.parse(metadata.text).issuer).toBe(proxy.origin);
  const refused = await ask(authorizePath({ response_type: 'token' }), { headers: forged });
  expect(new URL(refused.headers.location ?? '').searchParams.get('iss')).toBe(proxy.origin);
  const { cookie, ticket } = await prepare();
  const form = { ticket, decision: 'allow' };
  const foreign = { ...forged, origin: 'https://evil.example' };
  expect((await ask('/authorize', { cookie, form, headers: foreign })).status).toBe(403);
});

test('T13 the sign-in limit counts the client that nginx has seen, not nginx, and no header of the client’s', async () => {
  const path = authorizePath().replace('/authorize', '/sign-in');
  const guess = (from: string, claimed: string) =>
    ask(path, { from, form: { username: 'luc', password: 'wrong' }, headers: { 'x-forwarded-for': claimed } });
  for (let time = 0; time < 10; time += 1) expect((await guess('127.0.0.5', `1.1.1.${time}`)).status).toBe(200);
  expect((await guess('127.0.0.5', '9.9.9.9')).status).toBe(429);
  expect((await guess('127.0.0.6', '127.0.0.5')).status).toBe(200);
});

test('A29 C11 long requests and large answers pass', async () => {
  const state = 'é'.repeat(2000);
  const answer = await ask(authorizePath({ state, response_type: 'token' }));
  expect(answer.status).toBe(303);
  expect(new URL(answer.headers.location ?? '').searchParams.get('state')).toBe(state);
  expect((await ask('/token', { form: { code: 'x'.repeat(20_000) } })).status).toBe(413);
});

test('while one instance is stopped and started anew, no customer is turned away and open pages can be answered', async () => {
  // Six at a time: more attempts of one customer at one moment may be taken for guesses.
  const six = () => Promise.all(Array.from({ length: 6 }, prepare));
  const open = [...(await six()), ...(await six())];
  const [first] = instances;
  if (!first) throw new Error('there is no instance');
  const answers: Promise<Answer>[] = [];
  const stopped = first.end('SIGTERM');
  for (const { cookie, ticket } of open.slice(0, 6))
    answers.push(ask('/authorize', { cookie, form: { ticket, decision: 'allow' } }));
  for (let time = 0; time < 30; time += 1) answers.push(ask(authorizePath()), ask('/jwks'));
  expect(await stopped, 'exit code').toBe(0);
  for (let time = 0; time < 10; time += 1) answers.push(ask(authorizePath()));
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);

  // The new build of a rolling deploy: another process at the same place, with the same secret and database.
  instances[0] = await startServer({ ...shared, port: first.port, directory: newDirectory() });
  await expect.poll(async () => (await ask('/health')).status).toBe(200);
  const late = await Promise.all(
    open.slice(6).map(({ cookie, ticket }) => ask('/authorize', { cookie, form: { ticket, decision: 'allow' } })),
  );
  for (const { status, headers } of late) {
    expect(status).toBe(303);
    expect(headers.location).toContain('code=');
  }
});
