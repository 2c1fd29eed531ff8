import pg from 'pg';
import { type OwnPostgres, startOwnPostgres } from '../../../scripts/postgres.ts';
import { discardServer, newSecret, type Server, startServer } from '../../servers/server.ts';
import { secretOfBudgetBuddy } from '../../support/authorization-request.ts';
import { allowThrough, at, codeOf, openTwenty } from '../../support/decisions-under-way.ts';
import { expect, test } from '../../support/fixtures.ts';
import { consentsInForce } from '../../support/postgres-stored.ts';
import { reportLosses } from '../../support/report-losses.ts';
import { redeem } from '../../support/token-request.ts';

test.describe.configure({ mode: 'serial' });

const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];
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
    const stored = await consentsInForce(postgres.url);
    const answered = decided.filter(({ answer }) => answer?.status === 303).map((one) => one.correlation_id);
    reportLosses(`PostgreSQL away (${way})`, answered, (id) => stored.get(id) === 1);
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
  const stored = await consentsInForce(postgres.url);
  const answered = decided.filter(({ answer }) => answer).map((one) => one.correlation_id);
  reportLosses('Instance killed', answered, (id) => stored.get(id) === 1);
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
