import { hosts, startHost } from '../servers/host.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { authorizePath, newProof, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { call, locationOf } from '../support/http-call.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

test('C20 the log has one JSON line a request, with correlation id, outcome and duration, and no secret', async () => {
  const server = await startServer();
  const visitor = new Visitor(server.origin);
  const { verifier, parameters } = newProof();
  const state = 'state-that-nobody-may-read';
  const path = authorizePath({ ...parameters, state, correlation_id: 'the-whole-journey' });
  const signInPath = path.replace('/authorize', '/sign-in');

  await visitor.get(path);
  await visitor.get(signInPath);
  await visitor.post(signInPath, { username: 'camille', password: 'wrong-guess' });
  await visitor.post(signInPath, { username: 'camille', password: 'erable-rouge' });
  const [session = ''] = visitor.cookies.values();
  const ticket = await visitor.openConsent(path);
  const code = locationOf(await visitor.decide('allow', ticket)).searchParams.get('code') ?? '';
  const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback', code_verifier: verifier };
  const { json } = await redeem(server.origin, { basic: ['budget-buddy', secretOfBudgetBuddy], form });
  await redeem(server.origin, { basic: ['budget-buddy', secretOfBudgetBuddy], form });
  await server.end();

  const text = server.output.join('');
  await discardServer(server);
  const lines = linesOf(text).filter(({ method, path: address }) => method && address !== '/health');
  expect(lines.map((line) => [line.method, line.path, line.status, line.outcome])).toEqual([
    ['GET', '/authorize', 303, 'sign-in-required'],
    ['GET', '/sign-in', 200, 'sign-in-shown'],
    ['POST', '/sign-in', 200, 'wrong-credentials'],
    ['POST', '/sign-in', 303, 'signed-in'],
    ['GET', '/authorize', 200, 'consent-shown'],
    ['POST', '/authorize', 303, 'allowed'],
    ['POST', '/token', 200, 'issued'],
    ['POST', '/token', 400, 'code-replayed'],
  ]);
  for (const line of lines) {
    expect(line).toMatchObject({ correlationId: 'the-whole-journey', durationMs: expect.any(Number) });
  }
  const token = String(json.access_token);
  const secrets = { code, state, token, ticket, session, verifier, secret: secretOfBudgetBuddy };
  for (const [name, secret] of Object.entries(secrets)) expect(text, name).not.toContain(secret);
  expect(text).not.toContain(token.split('.')[2] ?? token);
  for (const word of ['erable-rouge', 'wrong-guess', '1234', 'acc-chq-1', 'Camille'])
    expect(text, word).not.toContain(word);
});

const budgetBuddy = { recipient: 'budget-buddy', provider: '1000', correlationId: 'the-whole-journey' };

/** What is refused, and what its line tells whoever has to find out why. */
const refusals: [string, (origin: string) => Promise<unknown>, object][] = [
  [
    'a parameter that is wrong',
    (origin) => new Visitor(origin).get(authorizePath({ correlation_id: 'the-whole-journey', scope: 'TRANSACTIONS' })),
    {
      ...budgetBuddy,
      outcome: 'refused',
      error: 'invalid_scope',
      parameter: 'scope',
      reason: 'scope must hold ACCOUNT_BASIC',
    },
  ],
  [
    'an address that is not registered',
    (origin) =>
      new Visitor(origin).get(
        authorizePath({ correlation_id: 'the-whole-journey', redirect_uri: 'https://evil.example/' }),
      ),
    { ...budgetBuddy, outcome: 'redirect-uri-not-registered' },
  ],
  [
    'a wrong secret',
    (origin) => redeem(origin, { basic: ['budget-buddy', 'a wrong secret'], form: { code: 'x' } }),
    { recipient: 'budget-buddy', error: 'invalid_client', reason: expect.stringMatching(/secret|credentials|client/) },
  ],
  [
    'a call of the consent API without a token',
    (origin) => call(origin, { path: '/fdx/v6/consents/x' }),
    { error: 'fdx-401' },
  ],
];

test('C20 the line of a refusal tells why, of whom, and from where', async () => {
  const server = await startServer({ variables: { ACCORD_LOG_ADDRESSES: 'include' } });
  for (const [, attempt] of refusals) await attempt(server.origin);
  await server.end();
  const lines = linesOf(server.output.join('')).filter(({ method, path }) => method && path !== '/health');
  await discardServer(server);
  expect(lines).toMatchObject(
    refusals.map(([, , told]) => ({ ...told, clientAddress: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) })),
  );
  expect(JSON.stringify(lines)).not.toMatch(/evil\.example|a wrong secret/);
});

const forged = '\n{"level":"info","forged":true}\r\n';
const encoded = encodeURIComponent(forged);

/** What a stranger sends where his words might be printed. */
const vectors: Record<string, (visitor: Visitor) => Promise<unknown>> = {
  'in a client id': (visitor) => visitor.get(`/authorize?client_id=${encoded}`),
  'in a path': (visitor) => visitor.get(`/${encoded}`),
  'in the address of a picture': (visitor) => visitor.get(`/_next/image?url=${encoded}&w=64&q=75`),
  'in an address that cannot be read': (visitor) => visitor.get(`/%${encoded}%`),
  'in a method that is not answered': ({ origin }) => call(origin, { method: 'TRACE', path: `/${encoded}` }),
  'in the provider of a sign-out': (visitor) => visitor.post('/sign-out', { provider_id: forged }),
  'in a field that is not asked for': (visitor) =>
    visitor.post(authorizePath().replace('/authorize', '/sign-in'), { username: forged, [forged]: forged }),
  'in a boundary': (visitor) =>
    visitor.post('/sign-out', {}, { 'content-type': 'multipart/form-data; boundary={"forged":true}' }),
  'in a correlation id': (visitor) => visitor.get(authorizePath({ correlation_id: forged })),
  'in a cookie': (visitor) => visitor.get('/consents', { cookie: `accord-session=${encoded}` }),
  'in a token': (visitor) => visitor.get('/fdx/v6/consents/x', { authorization: `DPoP ${encoded}` }),
};

for (const host of hosts) {
  test.describe(`under ${host}`, () => {
    let server: Server;
    test.describe.configure({ mode: 'default' });
    test.beforeAll(async () => {
      server = await startHost(host);
    });
    test.afterAll(() => discardServer(server));

    for (const [name, attempt] of Object.entries(vectors))
      test(`O14 a stranger begins no line of the log with words ${name}`, async () => {
        const before = server.output.length;
        await attempt(new Visitor(server.origin));
        // Every request is told of, the last one last.
        await call(server.origin, { path: '/health' });
        const lines = () => linesOf(server.output.slice(before).join(''));
        await expect.poll(() => lines().at(-1)?.path).toBe('/health');
        expect(lines().filter((line) => 'forged' in line)).toEqual([]);
      });
  });
}

test('what was typed into the wrong field is not in the log', async () => {
  const server = await startServer();
  const signInPath = authorizePath().replace('/authorize', '/sign-in');
  await new Visitor(server.origin).post(signInPath, { username: 'typed-into-the-wrong-field', password: 'x' });
  await server.end();
  await discardServer(server);
  expect(server.output.join('')).not.toContain('typed-into-the-wrong-field');
});

/** Code of no one's that speaks at the start of each process, and fails when it is asked for. */
const speaking = `
  import { subscribe } from 'node:diagnostics_channel';
  const words = ${JSON.stringify(`spoken${forged}`)};
  setTimeout(() => {
    console.log(words);
    console.error(new Error(words));
    process.stdout.write(words);
    process.stderr.write(words);
    process.emitWarning(words);
  });
  subscribe('http.server.request.start', ({ request }) => {
    if (request.url !== '/fail') return;
    Promise.reject(new Error(words));
    setTimeout(() => { throw new Error(words) });
  });`;

for (const { workers, processes } of [
  { workers: 1, processes: 1 },
  { workers: 2, processes: 3 },
])
  test(`O14 with ${workers} process(es) all that anybody prints is a line of JSON of ours, from the first to the last`, async () => {
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(speaking)}`;
    const server = await startServer({ workers, variables: { NODE_OPTIONS } });
    const text = () => server.output.join('');
    await expect.poll(text).toContain(workers === 1 ? 'Accord listens' : 'with 2 processes');
    await call(server.origin, { path: '/fail' });
    const spoken = () => linesOf(text()).filter(({ msg }) => String(msg).includes('spoken'));
    await expect.poll(() => spoken().length).toBeGreaterThanOrEqual(5 * processes + 2);
    await server.end();
    await discardServer(server);
    expect(linesOf(text()).filter((line) => 'forged' in line)).toEqual([]);
  });

/** The lines of a log; a fault if one of them is not our own JSON. */
function linesOf(text: string): Record<string, unknown>[] {
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line) => {
    const read = JSON.parse(line) as Record<string, unknown>;
    expect(read, line).toMatchObject({
      level: expect.stringMatching(/^(debug|info|warn|error)$/),
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      service: 'accord',
    });
    return read;
  });
}
