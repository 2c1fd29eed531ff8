import { discardServer, type Server, startServer } from '../servers/server.ts';
import { authorizePath, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];
const twenty = Array.from({ length: 20 }, (_, index) => index);
let server: Server;

test.beforeAll(async () => {
  server = await startServer({ workers: 2 });
});
test.afterAll(() => discardServer(server));

test('K3 C11 with two processes on one file, 20 Allows at once are one consent, and 20 redemptions one token', async () => {
  const correlation_id = crypto.randomUUID();
  const visitor = new Visitor(server.origin);
  const path = await visitor.signIn('noah', authorizePath({ correlation_id }));
  const ticket = await visitor.openConsent(path);
  const allowed = await Promise.all(twenty.map(() => visitor.decide('allow', ticket, [])));
  const locations = new Set(allowed.map(({ headers }) => headers.location));
  expect(locations.size).toBe(1);
  expect(consentsOf(server.databasePath, correlation_id)).toHaveLength(1);
  const code = new URL([...locations][0] ?? '').searchParams.get('code') ?? '';
  const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
  const answers = await Promise.all(twenty.map(() => redeem(server.origin, { basic, form })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(400)]);
});

test('with two processes the keys are the same, and both open the other’s session and ticket', async () => {
  const visitor = new Visitor(server.origin);
  const path = await visitor.signIn('noah');
  const keys = await Promise.all(twenty.map(() => visitor.get('/jwks')));
  expect(new Set(keys.map(({ text }) => text)).size).toBe(1);
  const pages = await Promise.all(twenty.map(() => visitor.openConsent(path)));
  const decisions = await Promise.all(pages.map((ticket) => visitor.decide('allow', ticket, [])));
  expect(decisions.filter(({ status }) => status !== 303)).toEqual([]);
});
