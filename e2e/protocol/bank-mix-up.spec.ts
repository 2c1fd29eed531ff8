import { type Bank, bankSecret, honest, startBank } from '../servers/bank.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { answerOf, goToBank, holdsSession, relative, requestAtBank, signInAtBank } from '../support/bank-visit.ts';
import { expect, test } from '../support/fixtures.ts';
import { harbour } from '../support/harbour.ts';
import { locationOf } from '../support/http-call.ts';
import { writeRegistry } from '../support/registry.ts';
import { Visitor } from '../support/visitor.ts';

test.describe.configure({ mode: 'default' });

// The honest one does not say who it is in its answers (RFC 9207): only its own address here tells them apart.
let honestBank: Bank;
let dishonestBank: Bank;
let server: Server;

test.beforeAll(async () => {
  honestBank = await startBank({ namesItself: false });
  dishonestBank = await startBank({ namesItself: false });
  const registry = writeRegistry(({ providers }) => {
    providers.push(harbour(honestBank.issuer));
    const names = { name: 'Shoal Trust', 'name#fr': 'Épargne des Hauts-Fonds', 'name_with_article#fr': undefined };
    providers.push({ ...harbour(dishonestBank.issuer), ...names, provider_id: '4000' });
  });
  server = await startServer({ registry, variables: { HARBOUR_SECRET: bankSecret } });
});
test.afterAll(async () => {
  await discardServer(server);
  await honestBank.close();
  await dishonestBank.close();
});
test.beforeEach(() => {
  for (const bank of [honestBank, dishonestBank]) {
    bank.behaviour = honest(bank.sign);
    bank.asked.length = 0;
  }
});

const tokensAsked = (bank: Bank) => bank.asked.filter(({ path }) => path === '/token').length;

test('O12 each bank sends its customers back to an address of its own', async () => {
  const visitor = new Visitor(server.origin);
  for (const providerId of ['3000', '4000']) {
    const atBank = await goToBank(visitor, requestAtBank({ provider_id: providerId }));
    expect(atBank.searchParams.get('redirect_uri')).toBe(`${server.origin}/sign-in/callback/${providerId}`);
  }
  expect(locationOf(await signInAtBank(visitor, honestBank)).pathname).toBe('/authorize');
});

test('O12 a bank that sends its customer on to another never gets the code that the other gives', async () => {
  const visitor = new Visitor(server.origin);
  const begun = await goToBank(visitor, requestAtBank({ provider_id: '4000' }));
  // The dishonest bank sends the browser on, with its own flow; the honest one knows its own address alone.
  const passedOn = new URL(`${honestBank.issuer}/authorize?${begun.searchParams}`);
  passedOn.searchParams.set('redirect_uri', `${server.origin}/sign-in/callback/3000`);
  const callback = await answerOf(honestBank, passedOn);
  const answer = await visitor.follow(await visitor.get(callback));
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('We cannot tell which request this sign-in belongs to');
  expect([tokensAsked(dishonestBank), tokensAsked(honestBank)]).toEqual([0, 0]);
  expect([holdsSession(visitor), holdsSession(visitor, '4000')]).toEqual([false, false]);
});

test('O12 an answer is for the bank of its flow alone, and the flow ends with it', async () => {
  const visitor = new Visitor(server.origin);
  const callback = await answerOf(honestBank, await goToBank(visitor));
  const moved = callback.replace('/3000?', '/4000?');
  expect((await visitor.follow(await visitor.get(moved))).status).toBe(400);
  expect((await visitor.follow(await visitor.get(callback))).status).toBe(400);
  expect([tokensAsked(dishonestBank), tokensAsked(honestBank)]).toEqual([0, 0]);
});

test('O12 an answer that names another issuer is refused, whether or not the bank says that it names itself', async () => {
  const visitor = new Visitor(server.origin);
  honestBank.behaviour.answer = (parameters) => ({ ...parameters, iss: dishonestBank.issuer });
  expect((await signInAtBank(visitor, honestBank)).status).toBe(502);
  expect(tokensAsked(honestBank)).toBe(0);
});

test('O12 at the address that banks had before, a page says so in both languages', async () => {
  const visitor = new Visitor(server.origin);
  const callback = await answerOf(honestBank, await goToBank(visitor));
  const answer = await visitor.get(`/sign-in/callback?${new URL(callback, server.origin).searchParams}`);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('Your bank sent you to an old address');
  expect(answer.text).toContain('Votre banque vous a envoyé à une ancienne adresse');
  expect(holdsSession(visitor)).toBe(false);
  expect(relative(locationOf(await visitor.get(callback)))).toContain('/authorize?');
});
