import { type OwnPostgres, startOwnPostgres } from '../../../scripts/postgres.ts';
import { discardServer, type Server, startServer } from '../../servers/server.ts';
import { authorizePath } from '../../support/authorization-request.ts';
import { at } from '../../support/decisions-under-way.ts';
import { expect, test } from '../../support/fixtures.ts';
import { budgetBuddy, refresh } from '../../support/granted.ts';
import { queryPostgres } from '../../support/postgres-stored.ts';
import { reportLosses } from '../../support/report-losses.ts';
import { redeem } from '../../support/token-request.ts';

const many = Array.from({ length: 64 }, (_, index) => index);

let postgres: OwnPostgres;
let server: Server;

test.beforeAll(async () => {
  const started = await startOwnPostgres({ isDurable: false });
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed.');
  postgres = started;
  const databaseUrl = `${postgres.url}?options=-c%20default_transaction_isolation%3Dserializable`;
  server = await startServer({ databaseUrl, workers: 2 });
});
test.afterAll(async () => {
  if (server) await discardServer(server);
  postgres?.stop();
});

test('K3 C11 T11 on a serializable PostgreSQL, 64 at once come to one end and none is turned away', async () => {
  const visitor = at(server);
  const ticket = await visitor.openConsent(await visitor.signIn('noah'));
  const decided = await Promise.all(many.map(() => at(server, visitor).decide('allow', ticket, [])));
  expect(decided.map(({ status }) => status)).toEqual(many.map(() => 303));
  const locations = new Set(decided.map(({ headers }) => headers.location));
  expect(locations.size, 'one code').toBe(1);

  const code = new URL([...locations][0] ?? '').searchParams.get('code') ?? '';
  const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
  const exchanged = await Promise.all(many.map(() => redeem(server.origin, { basic: budgetBuddy, form })));
  expect(exchanged.map(({ status }) => status).sort()).toEqual([200, ...Array(63).fill(400)]);

  const another = { ...form, code: await at(server).obtainCode('noah') };
  const { json } = await redeem(server.origin, { basic: budgetBuddy, form: another });
  const refreshed = await Promise.all(many.map(() => refresh(server, String(json.refresh_token))));
  expect(refreshed.map(({ status }) => status)).toEqual(many.map(() => 200));
  expect(new Set(refreshed.map((answer) => answer.json.refresh_token)).size, 'one successor').toBe(1);
});

test('O17 on a serializable PostgreSQL, 64 customers’ sign-ins and decisions at once are all answered', async () => {
  const journeys = await Promise.all(
    many.map(async (index) => {
      const correlation_id = crypto.randomUUID();
      const visitor = at(server);
      const path = await visitor.signIn(index % 2 ? 'noah' : 'camille', authorizePath({ correlation_id }));
      return { correlation_id, visitor, ticket: await visitor.openConsent(path) };
    }),
  );
  const decided = await Promise.all(
    journeys.map(async ({ correlation_id, visitor, ticket }, index) => {
      const { status } = await visitor.decide('allow', ticket, index % 2 ? [] : ['acc-chq-1']);
      return { correlation_id, status };
    }),
  );
  expect(decided.map(({ status }) => status)).toEqual(many.map(() => 303));
  const rows = await queryPostgres<{ correlation_id: string }>(postgres.url, 'select correlation_id from consents');
  const stored = new Set(rows.map((row) => row.correlation_id));
  reportLosses(
    'Serializable PostgreSQL',
    decided.map(({ correlation_id }) => correlation_id),
    (id) => stored.has(id),
  );
});
