import pg from 'pg';
import { type OwnPostgres, startOwnPostgres } from '../../scripts/postgres.ts';
import { discardServer, newSecret, repository, type Server, startInVain, startServer } from '../servers/server.ts';
import { authorizePath, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { at, codeOf } from '../support/decisions-under-way.ts';
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
