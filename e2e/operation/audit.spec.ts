import { DatabaseSync } from 'node:sqlite';
import type { Server } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { eventsOf, grant, refresh } from '../support/granted.ts';
import { runCommand } from '../support/operator-command.ts';

const audit = (server: Server, ...parameters: string[]) => runCommand('audit', server, ...parameters);

test('C20 the evidence of a consent tells its life, and the audit finds what was changed in it', async ({ accord }) => {
  const { consentId, refreshToken } = await grant(accord);
  await refresh(accord, refreshToken);
  expect(eventsOf(accord, consentId).map(({ type, actor }) => [type, actor])).toEqual([
    ['shown', 'accord'],
    ['allowed', 'customer'],
    ['code-redeemed', 'recipient'],
    ['token-refreshed', 'recipient'],
  ]);
  const [shown] = eventsOf(accord, consentId);
  expect(JSON.parse(shown?.detail ?? '')).toMatchObject({
    language: 'en',
    textHash: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(audit(accord, 'verify')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+ chains with \d+ events, \d+ consents and \d+ anchors are whole\.\n$/),
  });

  const database = new DatabaseSync(accord.databasePath, { timeout: 2000 });
  const forge = (actor: string) =>
    database
      .prepare("update consent_events set actor = ? where consent_id = ? and type = 'allowed'")
      .run(actor, consentId);
  forge('accord');
  expect(audit(accord, 'verify')).toMatchObject({
    status: 1,
    stderr: `Broken: consent ${consentId}: event 2 is not the one that was written.\n`,
  });
  forge('customer');
  database.close();
  expect(audit(accord, 'verify').status).toBe(0);
});

test('the audit says how it is used, and removes nothing without a day that is past', async ({ accord }) => {
  expect(audit(accord, '--help').stdout).toContain('npm run audit -- verify');
  for (const parameters of [
    [],
    ['remove'],
    ['remove', '--ended-before', '2999-01-01'],
    ['remove', '--ended-before', 'x'],
  ])
    expect(audit(accord, ...parameters).status, parameters.join(' ')).toBe(2);
  expect(audit(accord, 'remove', '--ended-before', '2020-01-01').stdout).toBe('0 records were removed.\n');
});
