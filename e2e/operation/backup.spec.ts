import { join } from 'node:path';
import { discardServer, newDirectory, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { grant, introspect, refresh } from '../support/granted.ts';
import { runCommand } from '../support/operator-command.ts';

const run = (script: string, server: Server, databasePath: string, ...parameters: string[]) =>
  runCommand(script, { ...server, databasePath }, ...parameters);

test('a backup of a running server holds all that was answered: a server on it goes on with tokens and evidence', async ({
  accord,
}) => {
  const granted = await grant(accord);
  const directory = newDirectory();
  const copy = join(directory, 'accord.db');
  const { status, stdout } = run('backup', accord, accord.databasePath, copy);
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining(copy) });
  expect(run('audit', accord, copy, 'verify')).toMatchObject({ status: 0, stdout: expect.stringContaining('whole') });

  const restored = await startServer({ directory, secret: accord.secret, issuer: accord.issuer });
  try {
    expect((await introspect(restored, granted.accessToken)).json).toMatchObject({ active: true });
    expect((await refresh(restored, granted.refreshToken)).status).toBe(200);
  } finally {
    await discardServer(restored);
  }
});

test('a backup writes over nothing, and says what it cannot do', ({ accord }) => {
  const { databasePath } = accord;
  expect(run('backup', accord, databasePath, databasePath)).toMatchObject({
    status: 1,
    stderr: `${databasePath} is there already, and is not written over.\n`,
  });
  expect(run('backup', accord, '/nowhere/accord.db', join(newDirectory(), 'x.db'))).toMatchObject({
    status: 1,
    stdout: '',
  });
  expect(run('backup', accord, databasePath)).toMatchObject({ status: 2, stdout: '' });
});
