import { spawnSync } from 'node:child_process';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { repository } from '../servers/server.ts';
import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { runCommand } from '../support/operator-command.ts';
import { redeem } from '../support/token-request.ts';

test('O7 a key is rotated under a running server: it is published at once, and tokens are still signed with the old one', async ({
  accord,
  visitor,
}) => {
  const keys = (command: string) => runCommand('keys', accord, command);
  const code = await visitor.obtainCode('noah');
  const before = /^(\S+) .* signs$/m.exec(keys('list').stdout)?.[1];
  const rotated = keys('rotate');
  expect(rotated.status).toBe(0);
  const added = /^(\S+) .* published$/m.exec(rotated.stdout)?.[1];

  const published = async () =>
    JSON.parse((await visitor.get('/jwks')).text).keys.map(({ kid }: { kid: string }) => kid);
  // The keys of this second.
  await expect.poll(async () => (await published()).sort(), { timeout: 1500 }).toEqual([before, added].sort());
  const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
  const answer = await redeem(accord.origin, { basic: ['budget-buddy', secretOfBudgetBuddy], form });
  expect(answer.status).toBe(200);
  const token = String(answer.json.access_token);
  expect(decodeProtectedHeader(token).kid).toBe(before);
  await jwtVerify(token, createRemoteJWKSet(new URL(`${accord.origin}/jwks`)), { issuer: accord.issuer });
});

test('the command for keys says how it is used, and what it lacks', () => {
  const run = (parameters: string[]) =>
    spawnSync(process.execPath, ['scripts/keys.ts', ...parameters], {
      cwd: repository,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    });
  expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run keys -- rotate') });
  expect(run(['turn'])).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run keys -- rotate') });
  expect(run(['rotate'])).toMatchObject({ status: 2, stderr: expect.stringContaining('ACCORD_SECRET is missing') });
});
