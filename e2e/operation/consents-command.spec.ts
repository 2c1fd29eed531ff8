import type { Server } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentOf, eventsOf, grant, introspect, refresh } from '../support/granted.ts';
import { runCommand } from '../support/operator-command.ts';

const consents = (server: Server, ...parameters: string[]) => runCommand('consents', server, ...parameters);

test('a consent is found by each of what is known of it, and by nothing else', async ({ accord }) => {
  const { consentId, correlationId } = await grant(accord);
  const today = new Date().toISOString().slice(0, 10);
  const found = (...parameters: string[]) => consents(accord, 'find', ...parameters).stdout.includes(consentId);
  expect(found('--reference', correlationId)).toBe(true);
  expect(found('--recipient', 'budget-buddy', '--provider', '1000', '--active')).toBe(true);
  expect(found('--recipient', 'budget-buddy', '--since', today, '--until', today)).toBe(true);
  expect(found('--all')).toBe(true);
  expect(found('--recipient', 'cashflow-app')).toBe(false);
  expect(found('--provider', '2000')).toBe(false);
  expect(found('--until', '2020-01-01')).toBe(false);
  expect(found('--reference', correlationId, '--customer', 'somebody-else')).toBe(false);
});

test('a consent is shown with the words that the customer saw, and what happened', async ({ accord }) => {
  const { consentId } = await grant(accord);
  const { status, stdout } = consents(accord, 'show', consentId);
  expect(status).toBe(0);
  for (const words of ['Budget Buddy asks to see your Maple Bank data', '[Deny]  [Allow]', 'allowed by customer'])
    expect(stdout).toContain(words);
  expect(consents(accord, 'show', 'none')).toMatchObject({ status: 1, stderr: 'There is no consent none.\n' });
});

test('all consents of a recipient are ended with their tokens and the reason as evidence, and again nothing is', async ({
  accord,
}) => {
  const granted = await grant(accord);
  const dry = consents(accord, 'end', '--recipient', 'budget-buddy', '--reason', 'Contract ended', '--dry-run');
  expect(dry.stdout).toMatch(/^[1-9]\d* consents are in force and would end\.\n$/);
  expect(consentOf(accord, granted.consentId)?.status).toBe('active');

  const ended = consents(accord, 'end', '--recipient', 'budget-buddy', '--reason', 'Contract ended');
  expect(ended.stdout).toBe(dry.stdout.replace('are in force and would end', 'were ended'));
  expect(consentOf(accord, granted.consentId)).toMatchObject({
    status: 'revoked',
    ended_by: 'provider',
    end_reason: 'revoked-by-provider',
  });
  expect(JSON.parse(eventsOf(accord, granted.consentId).at(-1)?.detail ?? '')).toMatchObject({
    operator: 'Contract ended',
  });
  expect((await introspect(accord, granted.accessToken)).json).toEqual({ active: false });
  expect((await refresh(accord, granted.refreshToken)).json.error).toBe('invalid_grant');
  expect(consents(accord, 'end', '--recipient', 'budget-buddy', '--reason', 'Contract ended').stdout).toBe(
    '0 consents were ended.\n',
  );
});

test('consents are exported as JSON Lines with words and events, and as CSV that no spreadsheet runs', async ({
  accord,
}) => {
  const { consentId, correlationId } = await grant(accord, { correlation_id: undefined });
  const lines = consents(accord, 'export', '--recipient', 'budget-buddy').stdout.trimEnd().split('\n');
  const exported = lines.map((line) => JSON.parse(line)).find(({ id }) => id === consentId);
  expect(exported).toMatchObject({
    recipient: 'budget-buddy',
    provider: '1000',
    status: 'active',
    accounts: 'acc-chq-1',
    text: { heading: 'Budget Buddy asks to see your Maple Bank data' },
  });
  expect(exported.events.map(({ type }: { type: string }) => type)).toEqual(['shown', 'allowed', 'code-redeemed']);
  expect(correlationId).not.toBe(exported.reference);

  const formula = await grant(accord, { correlation_id: '-1~cmd' });
  const csv = consents(accord, 'export', '--reference=-1~cmd', '--format', 'csv');
  const [header = '', row = '', ...rest] = csv.stdout.trimEnd().split('\n');
  expect(header.split(',').slice(0, 3)).toEqual(['id', 'reference', 'recipient']);
  expect(row.startsWith(`"${formula.consentId}","'-1~cmd","budget-buddy",`)).toBe(true);
  expect(rest).toEqual([]);
});

test('what is not understood ends nothing and says how it is used', ({ accord }) => {
  for (const parameters of [
    [],
    ['find'],
    ['show'],
    ['end', '--recipient', 'budget-buddy'],
    ['end', '--all', '--reason', 'x'],
    ['end', '--recipient', 'budget-buddy', '--reason', ' '],
    ['find', '--since', 'yesterday'],
    ['export', '--all', '--format', 'xml'],
    ['find', '--recipients', 'budget-buddy'],
  ])
    expect(consents(accord, ...parameters), parameters.join(' ')).toMatchObject({ status: 2, stdout: '' });
});
