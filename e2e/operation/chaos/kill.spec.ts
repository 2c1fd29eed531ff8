import { discardServer, startServer } from '../../servers/server.ts';
import { authorizePath, secretOfBudgetBuddy } from '../../support/authorization-request.ts';
import { expect, test } from '../../support/fixtures.ts';
import { reportLosses } from '../../support/report-losses.ts';
import { query } from '../../support/stored.ts';
import { redeem } from '../../support/token-request.ts';
import { Visitor } from '../../support/visitor.ts';

test('after kill -9 amid decisions every answered consent is there, and its code can be redeemed', async () => {
  const server = await startServer();
  const codes = new Map<string, string>();
  const visitors = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const visitor = new Visitor(server.origin);
      await visitor.signIn('noah');
      return visitor;
    }),
  );
  const streams = visitors.map((visitor) => decideWithoutEnd(visitor, codes));
  await expect.poll(() => codes.size, { intervals: [20], timeout: 15_000 }).toBeGreaterThan(60);
  expect(await server.end('SIGKILL')).toBe('SIGKILL');
  await Promise.all(streams);

  const { port, directory, secret } = server;
  const again = await startServer({ port, directory, secret });
  try {
    const stored = query<{ correlation_id: string }>(
      again.databasePath,
      "select * from consents where status = 'active'",
    );
    const ids = new Set(stored.map((row) => row.correlation_id));
    reportLosses('Accord killed', [...codes.keys()], (id) => ids.has(id));
    for (const code of codes.values()) {
      const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
      const { status } = await redeem(again.origin, { basic: ['budget-buddy', secretOfBudgetBuddy], form });
      expect(status).toBe(200);
    }
  } finally {
    await discardServer(again);
  }
});

/** Allows one request after the other until the server is gone; keeps each code that was answered. */
async function decideWithoutEnd(visitor: Visitor, codes: Map<string, string>): Promise<void> {
  try {
    for (;;) {
      const correlation_id = crypto.randomUUID();
      const ticket = await visitor.openConsent(authorizePath({ correlation_id }));
      const { headers } = await visitor.decide('allow', ticket, []);
      const code = headers.location && new URL(headers.location).searchParams.get('code');
      if (code) codes.set(correlation_id, code);
    }
  } catch {
    // The connection broke: this decision was not answered.
  }
}
