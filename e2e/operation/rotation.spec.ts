import { join } from 'node:path';
import { discardServer, newSecret, repository, type Server, startInVain, startServer } from '../servers/server.ts';
import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { grant, introspect, refresh } from '../support/granted.ts';
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

test('a secret is rotated by changes of the list alone, one instance after the other: nobody loses a page or a token', async () => {
  const [OLD, NEW] = [newSecret(), newSecret()];
  const first = await startServer({ secret: OLD });
  const { directory, issuer } = first;
  let instances = [first, await startServer({ secret: OLD, directory, issuer })];
  const registered = (await new Visitor(first.origin).get('/jwks')).text;
  const granted = await grant(first);
  let { refreshToken } = granted;
  try {
    for (const secret of [`${OLD},${NEW}`, `${NEW},${OLD}`, NEW])
      for (const place of [0, 1]) {
        const [leaving, staying] = [instances[place], instances[1 - place]];
        if (!leaving || !staying) throw new Error('an instance is missing');
        // Opened at the one that leaves, answered at the one that stays; and the other way round.
        const before = await opened(leaving);
        await leaving.end();
        const next = await startServer({ secret, directory, issuer, port: leaving.port });
        instances = place === 0 ? [next, staying] : [staying, next];
        await expectAnswered(before, secret === NEW ? next : staying);
        await expectAnswered(await opened(next), secret === NEW ? next : staying);
        for (const instance of instances) {
          expect((await introspect(instance, granted.accessToken)).json.active).toBe(true);
          const refreshed = await refresh(instance, refreshToken);
          expect(refreshed.status).toBe(200);
          refreshToken = String(refreshed.json.refresh_token);
          expect((await new Visitor(instance.origin).get('/jwks')).text).toBe(registered);
        }
      }
  } finally {
    for (const instance of instances) await discardServer(instance);
  }
});

/** A consent page that was opened, with its browser. */
async function opened({ origin, issuer }: Server) {
  const visitor = new Visitor(origin, issuer);
  const ticket = await visitor.openConsent(await visitor.signIn('noah'));
  return { visitor, ticket };
}

async function expectAnswered({ visitor, ticket }: Awaited<ReturnType<typeof opened>>, at: Server): Promise<void> {
  const elsewhere = new Visitor(at.origin, at.issuer);
  for (const [name, value] of visitor.cookies) elsewhere.cookies.set(name, value);
  expect(locationOf(await elsewhere.decide('allow', ticket, [])).searchParams.has('code')).toBe(true);
}

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
