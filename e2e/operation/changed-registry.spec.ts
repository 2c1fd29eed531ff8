import { join } from 'node:path';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { authorizePath, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { type RegistryFile, recipientOf, writeRegistry } from '../support/registry.ts';
import { countRows } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

type Recipient = ReturnType<typeof recipientOf>;

const changes: Record<string, { change: (recipient: Recipient) => void; status: number; error?: string }> = {
  'its recipient is suspended': {
    change: (recipient) => Object.assign(recipient, { status: 'suspended' }),
    status: 400,
  },
  'its recipient is removed': { change: (recipient) => Object.assign(recipient, { client_id: 'other' }), status: 400 },
  'its redirect URI is removed': {
    change: (recipient) => Object.assign(recipient, { redirect_uris: ['https://elsewhere.example/callback'] }),
    status: 400,
  },
  'the recipient may ask for less': {
    change: (recipient) => Object.assign(recipient, { scope: 'ACCOUNT_BASIC' }),
    status: 303,
    error: 'invalid_scope',
  },
  'the words of the page have changed': {
    change: (recipient) => Object.assign(recipient, { description: 'Sells your data.' }),
    status: 200,
  },
  'the period is longer': { change: (recipient) => Object.assign(recipient, { duration_period: 30 }), status: 200 },
};

for (const [name, { change, status, error }] of Object.entries(changes)) {
  test(`C12 a page left open while ${name} grants nothing`, async () => {
    const server = await startServer();
    let changed: Server | undefined;
    try {
      const visitor = new Visitor(server.origin);
      const ticket = await visitor.openConsent(await visitor.signIn('camille', authorizePath()));
      const before = countRows(server.databasePath);
      await server.end();
      changed = await restart(server, (registry) => change(recipientOf(registry, 'budget-buddy')));
      const answer = await visitor.decide('allow', ticket);
      expect(answer.status).toBe(status);
      const location = answer.headers.location && new URL(answer.headers.location).searchParams.get('error');
      expect(location).toBe(error);
      expect(countRows(server.databasePath)).toEqual(before);
    } finally {
      await discardServer(changed ?? server);
    }
  });
}

test('T2 the code of a recipient that was suspended meanwhile is not redeemed', async () => {
  const server = await startServer();
  const code = await new Visitor(server.origin).obtainCode('noah');
  await server.end();
  const changed = await restart(server, (registry) =>
    Object.assign(recipientOf(registry, 'budget-buddy'), { status: 'suspended' }),
  );
  try {
    const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
    const answer = await redeem(changed.origin, { basic: ['budget-buddy', secretOfBudgetBuddy], form });
    expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
  } finally {
    await discardServer(changed);
  }
});

/** The same port, database and secret under a changed registry. */
function restart(server: Server, change: (registry: RegistryFile) => void): Promise<Server> {
  const registry = writeRegistry(change, join(server.directory, 'registry.json'));
  const { port, directory, secret } = server;
  return startServer({ port, directory, secret, registry });
}
