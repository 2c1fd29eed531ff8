import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  discardServer,
  newDirectory,
  repository,
  type Server,
  type Settings,
  startServer,
} from '../../servers/server.ts';
import type { CustomerName } from '../../support/customer.ts';
import { expect, test } from '../../support/fixtures.ts';
import { budgetBuddy, refresh } from '../../support/granted.ts';
import { reportLosses } from '../../support/report-losses.ts';
import { query } from '../../support/stored.ts';
import { redeem } from '../../support/token-request.ts';
import { Visitor } from '../../support/visitor.ts';

/** A consent of a customer to the recipient of all these: another one would take its place. */
async function grantOf(server: Server, name: CustomerName) {
  const code = await new Visitor(server.origin).obtainCode(name);
  const { json } = await redeem(server.origin, {
    basic: budgetBuddy,
    form: { code, redirect_uri: 'http://127.0.0.1:9999/callback' },
  });
  return { consentId: String(json.grant_id), refreshToken: String(json.refresh_token) };
}

const fiveYears = 5 * 366 * 86_400_000;
const clock = join(newDirectory(), 'clock');
const set = (milliseconds: number) => writeFileSync(clock, String(milliseconds));
const withClock: Settings = {
  command: ['--import', join(repository, 'e2e/servers/set-clock.js'), 'server.js'],
  variables: { CLOCK_FILE: clock },
};

test('O18 a clock that is wrong by five years, under a running server and under one that starts, ends no lasting consent', async () => {
  test.setTimeout(60_000);
  set(0);
  let server = await startServer(withClock);
  const { port, directory, secret } = server;
  const again = () => startServer({ ...withClock, port, directory, secret });
  const statuses = () =>
    query<{ id: string; status: string }>(server.databasePath, 'select id, status from consents').map(
      (row) => row.status,
    );
  try {
    const granted = [await grantOf(server, 'camille'), await grantOf(server, 'noah')];
    const [first, ...others] = granted;
    if (!first) throw new Error('nothing was granted');

    set(fiveYears);
    await expect.poll(() => server.output.join('')).toContain('the clock of this machine was set');
    expect((await refresh(server, first.refreshToken)).status, 'for now it is over').toBe(400);
    expect(statuses()).toEqual(granted.map(() => 'active'));
    set(0);
    const gone = new Set<string>();
    const tokens = new Map(others.map(({ consentId, refreshToken }) => [consentId, refreshToken]));
    const next = await refresh(server, first.refreshToken);
    tokens.set(first.consentId, String(next.json.refresh_token));
    expect(next.status).toBe(200);

    // Whoever starts with it knows no other time, and marks what is over.
    set(fiveYears);
    await server.end();
    server = await again();
    await expect.poll(statuses).toEqual(granted.map(() => 'expired'));
    set(0);
    await server.end();
    server = await again();
    await expect.poll(statuses).toEqual(granted.map(() => 'active'));
    for (const [consentId, token] of tokens) if ((await refresh(server, token)).status !== 200) gone.add(consentId);
    reportLosses('Clock wrong by five years', [...tokens.keys()], (id) => !gone.has(id));
  } finally {
    await discardServer(server);
  }
});
