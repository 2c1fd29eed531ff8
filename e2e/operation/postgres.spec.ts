import pg from 'pg';
import { type OwnPostgres, startOwnPostgres } from '../../scripts/postgres.ts';
import { discardServer, newSecret, repository, type Server, startInVain, startServer } from '../servers/server.ts';
import { authorizePath, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { allowThrough, at, codeOf, openTwenty } from '../support/decisions-under-way.ts';
import { expect, test } from '../support/fixtures.ts';
import { redeem } from '../support/token-request.ts';

test.describe.configure({ mode: 'serial' });

const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];
const twenty = Array.from({ length: 20 }, (_, index) => index);
const formOf = (code: string) => ({ code, redirect_uri: 'http://127.0.0.1:9999/callback' });

let postgres: OwnPostgres;
let one: Server;
let other: Server;

test.beforeAll(async () => {
  const started = await startOwnPostgres({ isDurable: true });
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed.');
  postgres = started;
  const issuer = 'http://localhost:3000';
  const shared = { databaseUrl: postgres.url, secret: newSecret(), issuer };
  [one, other] = await Promise.all([startServer(shared), startServer(shared)]);
});
test.afterAll(async () => {
  await Promise.all([one, other].map((server) => server && discardServer(server)));
  postgres?.stop();
});

async function consentsOfJourney(correlationId: string): Promise<{ status: string }[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query('select status from consents where correlation_id = $1', [correlationId]);
  await client.end();
  return rows;
}

test('a journey whose every request goes to the other instance ends in a token', async () => {
  const signedIn = at(one);
  const path = await signedIn.signIn('noah');
  const ticket = await at(other, signedIn).openConsent(path);
  const code = codeOf(await at(one, signedIn).decide('allow', ticket, []));
  const answer = await redeem(other.origin, { basic, form: formOf(code) });
  expect(answer.status).toBe(200);
  const keys = await Promise.all([one, other].map((server) => at(server).get('/jwks')));
  expect(keys[0]?.text).toBe(keys[1]?.text);
});

test('K3 C11 over two instances, 20 Allows at once are one consent, and 20 redemptions one token', async () => {
  const correlation_id = crypto.randomUUID();
  const visitor = at(one);
  const ticket = await visitor.openConsent(await visitor.signIn('noah', authorizePath({ correlation_id })));
  const turn = (index: number) => (index % 2 === 0 ? one : other);
  const allowed = await Promise.all(twenty.map((index) => at(turn(index), visitor).decide('allow', ticket, [])));
  const locations = new Set(allowed.map(({ headers }) => headers.location));
  expect(locations.size).toBe(1);
  expect(await consentsOfJourney(correlation_id)).toEqual([{ status: 'active' }]);
  const code = new URL([...locations][0] ?? '').searchParams.get('code') ?? '';
  const answers = await Promise.all(twenty.map((index) => redeem(turn(index).origin, { basic, form: formOf(code) })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(400)]);
});

for (const way of ['halt', 'kill'] as const)
  test(`a PostgreSQL that goes away amid decisions (${way}) loses no answered consent, and both instances recover`, async () => {
    const decided = await allowThrough(await openTwenty(one, other), postgres[way]);
    const statuses = decided.map(({ answer }) => answer?.status);
    expect(new Set(statuses), 'some were answered, and some could not be').toEqual(new Set([303, 503]));
    for (const { answer } of decided) expect(answer?.text).not.toMatch(/\bat .*\.js:\d|ECONN|terminat/);
    expect((await at(one).get('/health')).status).toBe(503);
    const code = codeOf(decided.find(({ answer }) => answer?.status === 303)?.answer);
    const waiting = await redeem(other.origin, { basic, form: formOf(code) });
    expect(waiting).toMatchObject({ status: 503, json: { error: 'temporarily_unavailable' } });

    postgres.resume();
    for (const { correlation_id, answer, visitor, ticket } of decided) {
      const isAnswered = answer?.status === 303;
      if (isAnswered) expect(await consentsOfJourney(correlation_id)).toEqual([{ status: 'active' }]);
      // What was not answered, or whose answer was lost, is answered now, once.
      const again = codeOf(await visitor.decide('allow', ticket, []));
      if (isAnswered) expect(again).toBe(codeOf(answer));
      expect(await consentsOfJourney(correlation_id)).toHaveLength(1);
    }
    expect((await redeem(other.origin, { basic, form: formOf(code) })).status).toBe(200);
    for (const server of [one, other]) {
      expect((await at(server).get('/health')).status).toBe(200);
      expect(server.process.exitCode ?? server.process.signalCode, 'it is the process of before').toBeNull();
      for (const line of server.output.join('').split('\n').filter(Boolean))
        expect(() => JSON.parse(line), line).not.toThrow();
    }
  });

test('an instance that is killed amid decisions leaves no lock, and loses nothing that it answered', async () => {
  const third = await startServer({ databaseUrl: postgres.url, secret: one.secret, issuer: one.issuer });
  const decided = await allowThrough(await openTwenty(third), () => third.process.kill('SIGKILL'));
  expect(new Set(decided.map(({ answer }) => answer?.status))).toEqual(new Set([303, undefined]));
  for (const { correlation_id, visitor, ticket, answer } of decided) {
    if (answer) expect(await consentsOfJourney(correlation_id)).toEqual([{ status: 'active' }]);
    const again = codeOf(await at(other, visitor).decide('allow', ticket, []));
    if (answer) expect(again).toBe(codeOf(answer));
    expect(await consentsOfJourney(correlation_id)).toHaveLength(1);
  }
  await discardServer(third);
  // Nobody holds the lock of the migrations: the next one starts.
  await discardServer(await startServer({ databaseUrl: postgres.url, secret: one.secret, issuer: one.issuer }));
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query("select pid from pg_locks where locktype = 'advisory'");
  await client.end();
  expect(rows).toEqual([]);
});

test('six instances that start together on an empty database agree on its tables and on one signing key', async () => {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('create database fresh');
  await client.end();
  const databaseUrl = postgres.url.replace(/postgres$/, 'fresh');
  const settings = { databaseUrl, secret: one.secret, issuer: one.issuer };
  const servers = await Promise.all(Array.from({ length: 6 }, () => startServer(settings)));
  const code = await at(servers[0] as Server).obtainCode('noah');
  const { json } = await redeem((servers[1] as Server).origin, { basic, form: formOf(code) });
  const { kid } = JSON.parse(Buffer.from(String(json.access_token).split('.')[0] ?? '', 'base64url').toString());
  for (const server of servers) expect((await at(server).get('/jwks')).text).toContain(kid);
  await Promise.all(servers.map(discardServer));
});

test('a file is refused as the database of a serverless platform, with the reason', async () => {
  const { code, text } = await startInVain({
    PORT: String(one.port),
    ACCORD_ISSUER: one.issuer,
    ACCORD_SECRET: one.secret,
    ACCORD_REGISTRY: `${repository}/demo/registry.json`,
    DATABASE_URL: 'file:accord.db',
    VERCEL: '1',
  });
  expect(code).toBe(1);
  expect(text).toContain('a file does not outlive the request');
});
