import { join } from 'node:path';
import { discardServer, newSecret, repository, startInVain, startServer } from '../servers/server.ts';
import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

test('a page left open across a rotation of the secret can be answered, and the signing key stays', async () => {
  const old = await startServer();
  const visitor = new Visitor(old.origin);
  const ticket = await visitor.openConsent(await visitor.signIn('noah'));
  const keys = (await visitor.get('/jwks')).text;
  await old.end();
  const { port, directory } = old;
  const rotated = await startServer({ port, directory, secret: `${newSecret()},${old.secret}` });
  try {
    expect((await visitor.get('/jwks')).text).toBe(keys);
    const code = locationOf(await visitor.decide('allow', ticket, [])).searchParams.get('code') ?? '';
    const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
    const answer = await redeem(rotated.origin, { basic: ['budget-buddy', secretOfBudgetBuddy], form });
    expect(answer.status).toBe(200);
  } finally {
    await discardServer(rotated);
  }
});

for (const workers of ['1', '2']) {
  test(`a secret that does not open the signing key stops the start, with ${workers} process(es)`, async () => {
    const old = await startServer();
    await old.end();
    const { code, text } = await startInVain({
      PORT: String(old.port),
      ACCORD_ISSUER: old.issuer,
      ACCORD_SECRET: newSecret(),
      ACCORD_REGISTRY: join(repository, 'demo/registry.json'),
      DATABASE_URL: `file:${old.databasePath}`,
      ACCORD_WORKERS: workers,
    });
    await discardServer(old);
    expect(code).toBe(1);
    expect(text).toContain('ACCORD_SECRET does not open the signing key');
    expect(text).not.toContain('Accord listens');
  });
}
