import { honest } from '../servers/bank.ts';
import { askingAnew } from '../support/authorization-request.ts';
import { holdsSession, relative, requestAtBank, signInAtBank, visitBank } from '../support/bank-visit.ts';
import { expect, test } from '../support/fixtures.ts';
import { withHarbour } from '../support/harbour.ts';
import { locationOf } from '../support/http-call.ts';
import { Visitor } from '../support/visitor.ts';

test.describe.configure({ mode: 'default' });

const harbour = withHarbour();

/** The bank knows its customer from a session that began so many seconds ago. */
const remembersSince = (seconds: number) => {
  harbour.bank.behaviour.claims = (claims) => ({ ...claims, auth_time: Number(claims.auth_time) - seconds });
};

test('O12 max_age counts from when the customer signed in at the bank, not from when they came back', async () => {
  const visitor = new Visitor(harbour.server.origin);
  remembersSince(200);
  expect(locationOf(await signInAtBank(visitor, harbour.bank)).pathname).toBe('/authorize');
  expect((await visitor.get(requestAtBank({ max_age: '260' }))).status).toBe(200);
  expect(locationOf(await visitor.get(requestAtBank({ max_age: '190' }))).pathname).toBe('/sign-in');
});

for (const change of askingAnew)
  test(`O12 a bank that asks nobody for ${JSON.stringify(change)} is refused, and one that asks is not`, async () => {
    const visitor = new Visitor(harbour.server.origin);
    remembersSince(60);
    expect((await signInAtBank(visitor, harbour.bank, requestAtBank(change))).status).toBe(502);
    expect(holdsSession(visitor)).toBe(false);
    harbour.bank.behaviour = honest(harbour.bank.sign);
    const consent = locationOf(await signInAtBank(visitor, harbour.bank, requestAtBank(change)));
    expect((await visitor.get(relative(consent))).status).toBe(200);
  });

test('O12 "Not you?" is not answered by the session that the bank still has', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const request = relative(locationOf(await signInAtBank(visitor, harbour.bank)));
  const out = locationOf(await visitor.signOut(request));
  remembersSince(60);
  const back = `/sign-out/callback?state=${out.searchParams.get('state')}`;
  const anew = relative(locationOf(await visitor.get(back))).replace('/sign-in', '/authorize');
  expect((await signInAtBank(visitor, harbour.bank, anew)).status).toBe(502);
});

test('"Not you?" of a request that asks for prompt=login leads back to the same request', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const request = relative(locationOf(await signInAtBank(visitor, harbour.bank, requestAtBank({ prompt: 'login' }))));
  const out = locationOf(await visitor.signOut(request));
  const anew = locationOf(await visitor.get(`/sign-out/callback?state=${out.searchParams.get('state')}`));
  expect(anew.pathname).toBe('/sign-in');
  expect(locationOf(await visitor.get(relative(anew))).origin).toBe(harbour.bank.issuer);
});

test('O12 an answer that is handed in many times at once makes one call to the bank', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const callback = await visitBank(visitor, harbour.bank);
  const tabs = Array.from({ length: 60 }, () => {
    const tab = new Visitor(harbour.server.origin);
    for (const [name, value] of visitor.cookies) tab.cookies.set(name, value);
    return tab;
  });
  const answers = await Promise.all(tabs.map((tab) => tab.get(callback)));
  const goneOn = answers.map(locationOf).filter(({ pathname }) => pathname === '/authorize');
  expect(goneOn).toHaveLength(1);
  expect(harbour.bank.asked.filter(({ path }) => path === '/token')).toHaveLength(1);
});
