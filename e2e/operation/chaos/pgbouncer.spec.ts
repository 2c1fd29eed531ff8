import { type Pooler, startPgBouncer } from '../../../scripts/pgbouncer.ts';
import { type OwnPostgres, startOwnPostgres } from '../../../scripts/postgres.ts';
import { discardServer, newSecret, repository, type Server, startInVain, startServer } from '../../servers/server.ts';
import { allowThrough, at, codeOf, openTwenty } from '../../support/decisions-under-way.ts';
import { expect, test } from '../../support/fixtures.ts';
import { budgetBuddy, refresh } from '../../support/granted.ts';
import { consentsInForce, queryPostgres } from '../../support/postgres-stored.ts';
import { reportLosses } from '../../support/report-losses.ts';
import { redeem } from '../../support/token-request.ts';

test.describe.configure({ mode: 'default' });

const many = Array.from({ length: 32 }, (_, index) => index);
const formOf = (code: string) => ({ code, redirect_uri: 'http://127.0.0.1:9999/callback' });
let postgres: OwnPostgres;
let pooler: Pooler;
let servers: [Server, Server];

test.beforeAll(async () => {
  const started = await startOwnPostgres({ isDurable: true });
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed.');
  postgres = started;
  await queryPostgres(postgres.url, 'alter role accord set default_transaction_isolation = serializable');
  // Three connections for two instances of ten: every statement may come to another.
  pooler = await startPgBouncer(postgres.url, (text) =>
    text.replace('default_pool_size = 10', 'default_pool_size = 3'),
  );
  const shared = {
    databaseUrl: pooler.url,
    secret: newSecret(),
    issuer: 'http://localhost:3000',
    variables: { ACCORD_DATABASE_PREPARED: 'off' },
  };
  // Both bring the tables up to date through it at the same moment.
  servers = await Promise.all([startServer(shared), startServer(shared)]);
});
test.afterAll(async () => {
  await Promise.all((servers ?? []).map(discardServer));
  await pooler?.stop();
  postgres?.stop();
});

test('O17 K3 C11 T11 through PgBouncer in transaction mode, many at once come to one end and none is turned away', async () => {
  const [one] = servers;
  const visitor = at(one);
  const ticket = await visitor.openConsent(await visitor.signIn('noah'));
  const turn = (index: number) => servers[index % 2] as Server;
  const decided = await Promise.all(many.map((index) => at(turn(index), visitor).decide('allow', ticket, [])));
  expect(decided.map(({ status }) => status)).toEqual(many.map(() => 303));
  expect(new Set(decided.map(({ headers }) => headers.location)).size, 'one code').toBe(1);

  const form = formOf(codeOf(decided[0]));
  const exchanged = await Promise.all(many.map((index) => redeem(turn(index).origin, { basic: budgetBuddy, form })));
  expect(exchanged.map(({ status }) => status).sort()).toEqual([200, ...Array(31).fill(400)]);

  const another = formOf(await at(one).obtainCode('noah'));
  const { json } = await redeem(one.origin, { basic: budgetBuddy, form: another });
  const refreshed = await Promise.all(many.map((index) => refresh(turn(index), String(json.refresh_token))));
  expect(refreshed.map(({ status }) => status)).toEqual(many.map(() => 200));
  expect(new Set(refreshed.map((answer) => answer.json.refresh_token)).size, 'one successor').toBe(1);
});

test('a PostgreSQL behind PgBouncer that is killed amid decisions loses no answered consent', async () => {
  const journeys = await openTwenty(...servers);
  const decided = await allowThrough(journeys, postgres.kill);
  postgres.resume();
  await expect.poll(async () => (await at(servers[0]).get('/health')).status, { timeout: 20_000 }).toBe(200);
  const stored = await consentsInForce(postgres.url);
  const answered = decided.filter(({ answer }) => answer?.status === 303).map((one) => one.correlation_id);
  reportLosses('PostgreSQL killed behind PgBouncer', answered, (id) => stored.get(id) === 1);
  for (const { visitor, ticket, answer } of decided) {
    const again = codeOf(await visitor.decide('allow', ticket, []));
    if (answer?.status === 303) expect(again).toBe(codeOf(answer));
  }
  for (const { correlation_id } of decided) expect((await consentsInForce(postgres.url)).get(correlation_id)).toBe(1);
});

test('without its list of parameters PgBouncer turns Accord away, which says so at the start', async () => {
  const bare = await startPgBouncer(postgres.url, (text) => text.replace(/^ignore_startup_parameters.*$/m, ''));
  try {
    const { code, text } = await startInVain({
      PORT: String(servers[0].port),
      ACCORD_ISSUER: 'http://localhost:3000',
      ACCORD_SECRET: newSecret(),
      ACCORD_REGISTRY: `${repository}/demo/registry.json`,
      DATABASE_URL: bare.url,
    });
    expect(code).toBe(1);
    expect(text).toMatch(/unsupported startup parameter: (statement|lock|idle_in_transaction_session)_timeout/);
  } finally {
    await bare.stop();
  }
});
