import { spawnSync } from 'node:child_process';
import { discardServer, repository, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { recipientOf, writeRegistry } from '../support/registry.ts';
import { redeem } from '../support/token-request.ts';

const makeSecret = () => {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/secret.ts'], { cwd: repository, encoding: 'utf8' });
  expect(status).toBe(0);
  const [, secret = ''] = /^secret +(\S+)$/m.exec(stdout) ?? [];
  const [, hash = ''] = /^client_secret_sha256 +(\S+)$/m.exec(stdout) ?? [];
  return { secret, hash, stdout };
};

test('T2 the secret that `npm run secret` makes is good once its hash is registered, and no other secret is', async () => {
  const [made, another] = [makeSecret(), makeSecret()];
  expect(Buffer.from(made.secret, 'base64url')).toHaveLength(32);
  expect(another.secret).not.toBe(made.secret);
  expect(made.stdout).toContain('The secret goes to the client alone');
  expect(made.stdout).toContain('client_secret_sha256 goes into the client’s entry of the registry');

  const registry = writeRegistry((file) => {
    recipientOf(file, 'budget-buddy').client_secret_sha256 = made.hash;
  });
  const server = await startServer({ registry });
  try {
    const revoke = (secret: string) =>
      redeem(server.origin, { path: '/revoke', basic: ['budget-buddy', secret], form: [['token', 'unknown']] });
    await expect(revoke(made.secret)).resolves.toMatchObject({ status: 200 });
    await expect(revoke(another.secret)).resolves.toMatchObject({ status: 401, json: { error: 'invalid_client' } });
  } finally {
    await discardServer(server);
  }
});
