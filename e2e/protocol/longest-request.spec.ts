import { longestRequest, longestState, longRedirectUri } from '../../test/world/longest-request.ts';
import { type Bank, bankAccounts, bankSecret, startBank } from '../servers/bank.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { authorizationQuery } from '../support/authorization-request.ts';
import { relative, signInAtBank } from '../support/bank-visit.ts';
import { expect, test } from '../support/fixtures.ts';
import { harbour } from '../support/harbour.ts';
import { encodeForm, formWith } from '../support/html-form.ts';
import { locationOf } from '../support/http-call.ts';
import { recipientOf, writeRegistry } from '../support/registry.ts';
import { Visitor } from '../support/visitor.ts';

test.describe.configure({ mode: 'default' });

const ids = Array.from({ length: 500 }, (_, index) => `${index}-`.padEnd(256, 'x'));
const request = Object.fromEntries(authorizationQuery({ provider_id: '3000' }));

let bank: Bank;
let server: Server;
test.beforeAll(async () => {
  bank = await startBank();
  bank.behaviour.accounts = () => ({
    status: 200,
    body: { accounts: ids.map((accountId) => ({ ...bankAccounts[0], accountId })) },
  });
  const registry = writeRegistry((file) => {
    file.providers.push(harbour(bank.issuer));
    const recipient = recipientOf(file, 'budget-buddy');
    recipient.redirect_uris.push(longRedirectUri);
    recipient.duration_type = ['ONE_TIME'];
  });
  server = await startServer({ registry, variables: { HARBOUR_SECRET: bankSecret } });
});
test.afterAll(async () => {
  await discardServer(server);
  await bank.close();
});

const pathOf = (parameters: Record<string, string>) => `/authorize?${new URLSearchParams(parameters)}`;

for (const decision of ['allow', 'deny'])
  test(`A29 the longest request, with 500 accounts ticked, is answered with ${decision}`, async () => {
    const visitor = new Visitor(server.origin);
    const path = relative(locationOf(await signInAtBank(visitor, bank, pathOf(longestRequest(request)))));
    const { text } = await visitor.get(path);
    const form = await encodeForm(formWith(text, 'ticket'), { account: ids }, { name: 'decision', value: decision });
    expect(form.body.length).toBeGreaterThan(150_000);
    const answer = await visitor.send(path, form);
    expect(answer.status).toBe(303);
    const { origin, pathname, searchParams } = locationOf(answer);
    expect(origin + pathname).toBe(longRedirectUri);
    expect(searchParams.get('state')).toBe(longestState);
    expect(searchParams.has('code')).toBe(decision === 'allow');
    expect(searchParams.get('error')).toBe(decision === 'allow' ? null : 'access_denied');
  });

test('A29 a request that is one character longer is refused when it comes, and its state goes back', async () => {
  const answer = await new Visitor(server.origin).get(pathOf(longestRequest(request, 1)));
  expect(answer.status).toBe(303);
  const { origin, pathname, searchParams } = locationOf(answer);
  expect(origin + pathname).toBe(longRedirectUri);
  expect(searchParams.get('error')).toBe('invalid_request');
  expect(searchParams.get('error_description')).toBe(
    'authorization_details is too long: a request has at most 36000 characters',
  );
  expect(searchParams.get('state')).toBe(longestState);
});
