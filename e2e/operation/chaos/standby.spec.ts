import { type OwnPostgres, startOwnPostgres } from '../../../scripts/postgres.ts';
import { discardServer, newSecret, type Server, startServer } from '../../servers/server.ts';
import { allowThrough, at, codeOf, openTwenty } from '../../support/decisions-under-way.ts';
import { expect, test } from '../../support/fixtures.ts';
import { budgetBuddy } from '../../support/granted.ts';
import { consentsInForce, queryPostgres } from '../../support/postgres-stored.ts';
import { reportLosses } from '../../support/report-losses.ts';
import { redeem } from '../../support/token-request.ts';

let primary: OwnPostgres;
let standby: OwnPostgres;
let servers: [Server, Server];

const own = async (standbyOf?: string): Promise<OwnPostgres> => {
  const started = await startOwnPostgres({ isDurable: true, ...(standbyOf && { standbyOf }) });
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed.');
  return started;
};

test.beforeAll(async () => {
  primary = await own();
  standby = await own(primary.url);
  // What is answered stands on both.
  await queryPostgres(primary.url, "alter system set synchronous_standby_names = '*'");
  await queryPostgres(primary.url, 'select pg_reload_conf()');
  const hosts = [standby, primary].map(({ url }) => new URL(url).host).join(',');
  const databaseUrl = `postgres://accord@${hosts}/postgres?target_session_attrs=read-write`;
  const shared = { databaseUrl, secret: newSecret(), issuer: 'http://localhost:3000' };
  servers = await Promise.all([startServer(shared), startServer(shared)]);
});
test.afterAll(async () => {
  await Promise.all((servers ?? []).map(discardServer));
  standby?.stop();
});

test('a standby that is promoted amid decisions has all that was answered, and the same URL leads there', async () => {
  const isSynchronous = async () =>
    (await queryPostgres<{ sync_state: string }>(primary.url, 'select sync_state from pg_stat_replication'))[0]
      ?.sync_state;
  await expect.poll(isSynchronous).toBe('sync');
  const journeys = await openTwenty(...servers);
  const before = await at(servers[0]).obtainCode('noah');
  const decided = await allowThrough(journeys, primary.kill);
  const statuses = new Set(decided.map(({ answer }) => answer?.status));
  expect([...statuses].filter((status) => status !== 303 && status !== 503)).toEqual([]);
  expect((await at(servers[0]).get('/health')).status, 'a standby alone is no database to write to').toBe(503);

  standby.promote();
  for (const server of servers) await expect.poll(async () => (await at(server).get('/health')).status).toBe(200);
  const stored = await consentsInForce(standby.url);
  const answered = decided.filter(({ answer }) => answer?.status === 303).map((one) => one.correlation_id);
  reportLosses('Standby promoted', answered, (id) => stored.get(id) === 1);
  for (const { visitor, ticket, answer } of decided) {
    const again = codeOf(await visitor.decide('allow', ticket, []));
    if (answer?.status === 303) expect(again).toBe(codeOf(answer));
  }
  const after = await consentsInForce(standby.url);
  for (const { correlation_id } of decided) expect(after.get(correlation_id)).toBe(1);
  const form = { code: before, redirect_uri: 'http://127.0.0.1:9999/callback' };
  expect((await redeem(servers[1].origin, { basic: budgetBuddy, form })).status).toBe(200);
});
