import pg from 'pg';
import { type OwnPostgres, startOwnPostgres } from '../../scripts/postgres.ts';
import { type ForgetfulPostgres, startForgetfulPostgres } from '../servers/forgetful-postgres.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { authorizePath, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

test.describe.configure({ mode: 'serial' });

let postgres: OwnPostgres;
let way: ForgetfulPostgres;
let server: Server;
test.beforeAll(async () => {
  const started = await startOwnPostgres({ isDurable: true });
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed.');
  postgres = started;
  way = await startForgetfulPostgres(postgres.url);
  server = await startServer({ databaseUrl: way.url });
});
test.afterAll(async () => {
  if (server) await discardServer(server);
  way?.stop();
  postgres?.stop();
});

const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];
const formOf = (code: string) => ({ code, redirect_uri: 'http://127.0.0.1:9999/callback' });

async function rowsOf(statement: string, values: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query(statement, values);
  await client.end();
  return rows;
}
const consentsOf = (journey: string) => rowsOf('select status from consents where correlation_id = $1', [journey]);
const tokensOf = (journey: string) =>
  rowsOf(
    `select rotated_at is null as live from refresh_tokens
     where consent_id in (select id from consents where correlation_id = $1)`,
    [journey],
  );

test('C11 an Allow that was stored and whose answer was lost is not stored twice: asked again, it gives the one code', async () => {
  const correlation_id = crypto.randomUUID();
  const visitor = new Visitor(server.origin);
  const ticket = await visitor.openConsent(await visitor.signIn('noah', authorizePath({ correlation_id })));
  const before = way.lost();
  way.loseNextCommit();
  expect((await visitor.decide('allow', ticket, [])).status).toBe(503);
  expect(way.lost()).toBe(before + 1);
  expect(await consentsOf(correlation_id)).toEqual([{ status: 'active' }]);

  const [second, third] = [await visitor.decide('allow', ticket, []), await visitor.decide('allow', ticket, [])];
  const code = locationOf(second).searchParams.get('code') ?? '';
  expect(locationOf(third).searchParams.get('code')).toBe(code);
  expect(await consentsOf(correlation_id)).toEqual([{ status: 'active' }]);
  expect((await redeem(server.origin, { basic, form: formOf(code) })).status).toBe(200);
});

test('C11 a Deny whose answer was lost stays a Deny', async () => {
  const correlation_id = crypto.randomUUID();
  const visitor = new Visitor(server.origin);
  const ticket = await visitor.openConsent(await visitor.signIn('noah', authorizePath({ correlation_id })));
  const before = way.lost();
  way.loseNextCommit();
  expect((await visitor.decide('deny', ticket, [])).status).toBe(503);
  expect(way.lost()).toBe(before + 1);
  expect(locationOf(await visitor.decide('deny', ticket, [])).searchParams.get('error')).toBe('access_denied');
  const late = await visitor.decide('allow', ticket, []);
  expect(late.headers.location ?? '').not.toContain('code=');
  expect(await consentsOf(correlation_id)).toEqual([]);
});

test('K3 K4 a redemption whose answer was lost hands out no second token: the code is spent, and the consent ends', async () => {
  const correlation_id = crypto.randomUUID();
  const code = await new Visitor(server.origin).obtainCode('noah', { correlation_id });
  const before = way.lost();
  way.loseNextCommit();
  const lost = await redeem(server.origin, { basic, form: formOf(code) });
  expect(lost).toMatchObject({ status: 503, json: { error: 'temporarily_unavailable' } });
  expect(way.lost()).toBe(before + 1);
  expect(await tokensOf(correlation_id)).toEqual([{ live: true }]);

  const again = await redeem(server.origin, { basic, form: formOf(code) });
  expect(again).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  expect(await consentsOf(correlation_id)).toEqual([{ status: 'revoked' }]);
  expect(await tokensOf(correlation_id)).toEqual([]);
});

test('T11 a refresh whose answer was lost is answered when it comes again, and leaves one live token', async () => {
  const correlation_id = crypto.randomUUID();
  const code = await new Visitor(server.origin).obtainCode('noah', { correlation_id });
  const { json } = await redeem(server.origin, { basic, form: formOf(code) });
  const form = { grant_type: 'refresh_token', refresh_token: String(json.refresh_token) };
  const before = way.lost();
  way.loseNextCommit();
  expect((await redeem(server.origin, { basic, form })).status).toBe(503);
  expect(way.lost()).toBe(before + 1);
  expect((await redeem(server.origin, { basic, form })).status).toBe(200);
  expect((await tokensOf(correlation_id)).filter(({ live }) => live)).toHaveLength(1);
});
