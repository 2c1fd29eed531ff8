import { gzipSync } from 'node:zlib';
import { bankAccounts } from '../servers/bank.ts';
import { holdsSession, relative, signInAtBank } from '../support/bank-visit.ts';
import { expect, test } from '../support/fixtures.ts';
import { withHarbour } from '../support/harbour.ts';
import { locationOf } from '../support/http-call.ts';
import { Visitor } from '../support/visitor.ts';

test.describe.configure({ mode: 'default' });

const harbour = withHarbour();

const account = (change: object = {}) => ({ ...bankAccounts[0], ...change });
const listing = (...accounts: object[]) => {
  harbour.bank.behaviour.accounts = () => ({ status: 200, body: { accounts } });
};
const asMany = (count: number) =>
  Array.from({ length: count }, (_, index) => account({ accountId: `har-${index}`, nickname: `Boat ${index}` }));

/** Signs in and reads the consent. */
async function readConsent(visitor = new Visitor(harbour.server.origin)): Promise<string> {
  const { status, text } = await visitor.get(relative(locationOf(await signInAtBank(visitor, harbour.bank))));
  expect(status).toBe(200);
  return text;
}

const weighing = (bytes: number) => JSON.stringify({ accounts: [account({ note: 'x'.repeat(bytes) })] });
const packed = { body: gzipSync(weighing(5_000_000)), headers: { 'content-encoding': 'gzip' } };

for (const [title, page] of [
  ['with more than 500 accounts', () => ({ body: { accounts: asMany(501) } })],
  ['of more than a megabyte', () => ({ body: weighing(1_000_000) })],
  ['of a few kilobytes that unpack to five megabytes', () => packed],
  ['that has always another page', (at: number) => ({ body: { page: { nextOffset: `${at + 1}` }, accounts: [] } })],
] as const)
  test(`a list ${title} is a page of its own, and no session`, async () => {
    const visitor = new Visitor(harbour.server.origin);
    harbour.bank.behaviour.accounts = (offset) => ({ status: 200, ...page(Number(offset ?? 0)) });
    const answer = await signInAtBank(visitor, harbour.bank);
    expect(answer.status).toBe(502);
    expect(answer.text).toContain('Your bank’s list of accounts is too long');
    expect(answer.text).toContain('La liste de vos comptes est trop longue');
    expect(holdsSession(visitor)).toBe(false);
  });

test('a list of almost a megabyte is shown', async () => {
  harbour.bank.behaviour.accounts = () => ({ status: 200, body: weighing(999_000) });
  expect(await readConsent()).toContain('Daily');
});

test('a list of 500 accounts in pages is shown to its last', async () => {
  const all = asMany(500);
  harbour.bank.behaviour.accounts = (offset) => {
    const from = Number(offset ?? 0);
    const nextOffset = from + 100 < all.length ? String(from + 100) : undefined;
    return { status: 200, body: { page: { nextOffset }, accounts: all.slice(from, from + 100) } };
  };
  const text = await readConsent();
  for (const name of ['Boat 0', 'Boat 499']) expect(text).toContain(name);
});

test('an accounts API that sends the token on to another address is not followed', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const { accounts } = harbour.bank.behaviour;
  // Even to an address of the same bank, where a list waits.
  harbour.bank.behaviour.accounts = (offset) =>
    offset ? accounts(offset) : { status: 307, body: '', headers: { location: '/fdx/v6/accounts?offset=2' } };
  const answer = await signInAtBank(visitor, harbour.bank);
  expect(answer.status).toBe(503);
  expect(harbour.bank.asked.filter(({ path }) => path === '/fdx/v6/accounts')).toHaveLength(1);
  expect(holdsSession(visitor)).toBe(false);
});

test('what a bank leaves empty in an account is as if it were not there', async () => {
  listing(account({ nickname: null, productName: '', relationship: null, currency: null, accountType: null }));
  expect(await readConsent()).toContain('7781');
});

for (const [title, change] of [
  ['of a category that is not known', { accountCategory: 'TREASURE' }],
  ['without a masked number', { accountNumberDisplay: undefined }],
  ['without an id', { accountId: undefined }],
  ['with an id that no address can hold', { accountId: 'a b' }],
] as const)
  test(`an account ${title} is left out, and the others are shown`, async () => {
    listing(account(), account({ accountId: 'odd', nickname: 'Sunken', ...change }));
    const text = await readConsent();
    expect(text).toContain('Daily');
    expect(text).not.toContain('Sunken');
  });

test('a list of which no account can be shown is nothing to share, as an empty one', async () => {
  listing(account({ accountCategory: 'TREASURE' }));
  const answer = await signInAtBank(new Visitor(harbour.server.origin), harbour.bank);
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('Your bank shows us no accounts');
});

test('names from a bank hold nothing that hides or reorders words', async () => {
  listing(account({ nickname: 'Dai\u0000ly\u202e gnivas\u202c', accountNumberDisplay: '\u206677\u206981\n' }));
  harbour.bank.behaviour.claims = (claims) => ({ ...claims, name: 'Sig\u0000rid \u202eeiovaL' });
  const text = await readConsent();
  expect(text).toContain('Sig rid eiovaL');
  expect(text).toContain('Dai ly gnivas');
  expect(text).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]/);
});

test('a long name is cut at 300 characters', async () => {
  harbour.bank.behaviour.claims = (claims) => ({ ...claims, name: 'é'.repeat(400) });
  const text = await readConsent();
  expect(text).toContain('é'.repeat(300));
  expect(text).not.toContain('é'.repeat(301));
});

test('C17 a customer under a sub that cannot be stored is refused on our page', async () => {
  const visitor = new Visitor(harbour.server.origin);
  harbour.bank.behaviour.claims = (claims) => ({ ...claims, sub: 'sig\u0000rid' });
  expect((await signInAtBank(visitor, harbour.bank)).status).toBe(502);
  expect(holdsSession(visitor)).toBe(false);
});
