import { openTicket, sealTicket, type Ticket, ticketLife } from '../../lib/authorization/ticket.ts';
import { createSeal } from '../../lib/keys/seal.ts';
import type { Server } from '../servers/server.ts';
import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { countRows } from '../support/stored.ts';
import { ticketOf } from '../support/visitor.ts';

test('C7 a ticket that was changed in any place is refused with 400, and grants nothing', async ({
  visitor,
  accord,
}) => {
  const ticket = await visitor.openConsent(await visitor.signIn('camille'));
  const before = countRows(accord.databasePath);
  const middle = Math.floor(ticket.length / 2);
  const flipped = (place: number) =>
    ticket.slice(0, place) + (ticket[place] === 'A' ? 'B' : 'A') + ticket.slice(place + 1);
  const [header = '', ...rest] = ticket.split('.');
  const forged = [
    '',
    'x',
    '....',
    flipped(5),
    flipped(middle),
    flipped(ticket.length - 5),
    ticket.slice(0, -3),
    `${ticket}x`,
    [Buffer.from('{"alg":"none"}').toString('base64url'), ...rest].join('.'),
    [header, ...rest.slice(0, 3), 'AAAAAAAAAAAAAAAAAAAAAA'].join('.'),
    await createSeal([Buffer.alloc(32)], 'ticket').seal(['id', 1, 'camille', '', '', []]),
    await createSeal([Buffer.from(accord.secret, 'base64')], 'signing-key').seal(['id', 1, 'camille', '', '', []]),
    await createSeal([Buffer.from(accord.secret, 'base64')], 'ticket').seal({ decision: 'allow' }),
  ];
  for (const value of forged) {
    const answer = await visitor.decide('allow', value);
    expect(answer.status, value.slice(0, 40)).toBe(400);
    expect(answer.headers.location).toBeUndefined();
  }
  expect(countRows(accord.databasePath)).toEqual(before);
});

test('C7 the ticket of one session is worth nothing in another', async ({ visitor, accord }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('camille'));
  await visitor.signIn('camille');
  const before = countRows(accord.databasePath);
  const again = await visitor.decide('allow', ticket);
  expect(again.status).toBe(200);
  expect(again.text).toContain('role="alert"');
  visitor.cookies.clear();
  expect(locationOf(await visitor.decide('allow', ticket)).pathname).toBe('/sign-in');
  expect(countRows(accord.databasePath)).toEqual(before);
});

test('C14 an answer after the end of a page decides nothing, and shows it anew with all that was filled in', async ({
  visitor,
  accord,
  say,
}) => {
  const path = await visitor.signIn('camille', authorizePath({ state: 'kept' }));
  const old = await change(accord, await visitor.openConsent(path), ({ issuedAt }) => ({
    issuedAt: issuedAt - ticketLife,
  }));
  const before = countRows(accord.databasePath);
  for (const decision of ['allow', 'deny']) {
    const fields = { ticket: old, decision, account: 'acc-sav-1', until: '30' };
    const again = await visitor.post('/authorize', fields);
    expect(again.status).toBe(200);
    expect(again.text).toContain(say('late'));
    expect(again.text).toContain('<title>Error: ');
    expect(again.text).toMatch(checked('acc-sav-1'));
    expect(again.text).toMatch(checked('30'));
    expect(again.text).not.toMatch(checked('acc-chq-1'));
    expect(countRows(accord.databasePath)).toEqual(before);
    if (decision === 'deny') continue;
    expect(ticketOf(again)).not.toBe(old);
  }
});

const checked = (value: string) => new RegExp(`<input(?=[^>]* value="${value}")(?=[^>]* checked)`);

test('C14 a ticket lives ten minutes, to the second', async ({ visitor, accord }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('camille'));
  const nearly = await change(accord, ticket, ({ issuedAt }) => ({ issuedAt: issuedAt - ticketLife + 20 }));
  const answer = await visitor.decide('deny', nearly);
  expect(locationOf(answer).searchParams.get('error')).toBe('access_denied');
});

test('C9 nothing but the literal allow grants', async ({ visitor, accord }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('camille'));
  const before = countRows(accord.databasePath);
  for (const decision of ['Allow', 'ALLOW', ' allow', 'allow ', 'true', 'yes', 'Autoriser', '', 'allowdeny']) {
    const answer = await visitor.decide(decision, ticket);
    expect(answer.status, decision).toBe(200);
    expect(ticketOf(answer)).toBeTruthy();
  }
  expect(countRows(accord.databasePath)).toEqual(before);
});

test('C9 a decision given twice grants nothing', async ({ visitor, accord }) => {
  const path = await visitor.signIn('camille');
  for (const decisions of ['deny allow', 'allow deny', 'allow allow']) {
    const ticket = await visitor.openConsent(path);
    const before = countRows(accord.databasePath);
    await visitor.post('/authorize', { ticket, account: 'acc-chq-1', decision: decisions.split(' ') });
    expect(countRows(accord.databasePath).consents, decisions).toBe(before.consents);
  }
});

test('C10 an account that was not offered is never granted', async ({ visitor, accord }) => {
  const ticket = await visitor.openConsent(await visitor.signIn('camille'));
  const before = countRows(accord.databasePath);
  for (const accounts of [['acc-old-1'], ['acc-chq-2'], ['acc-chq-1', 'acc-old-1'], ['acc-chq-1', 'x'], ['*']])
    expect((await visitor.decide('allow', ticket, accounts)).status, String(accounts)).toBe(200);
  expect(countRows(accord.databasePath)).toEqual(before);
});

/** A ticket of the server, opened with its own secret, changed and sealed again: what only a clock could do. */
async function change({ secret }: Server, sealed: string, edit: (ticket: Ticket) => Partial<Ticket>): Promise<string> {
  const seal = createSeal([Buffer.from(secret, 'base64')], 'ticket');
  const ticket = openTicket(seal, sealed);
  if (!ticket) throw new Error('the ticket does not open');
  return sealTicket(seal, { ...ticket, ...edit(ticket) });
}
