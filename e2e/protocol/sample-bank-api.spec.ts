import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { type SampleWorld, startSampleWorld } from '../servers/sample-bank.ts';
import { authorizationQuery, newProof, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { newKey, proofFor, thumbprintOf } from '../support/dpop.ts';
import { expect, test } from '../support/fixtures.ts';
import { plantSigningKey } from '../support/planted-key.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';
import { Wanderer } from '../support/wanderer.ts';

let world: SampleWorld;
test.beforeAll(async () => {
  world = await startSampleWorld();
});
test.afterAll(() => world.close());

const redirect_uri = 'http://127.0.0.1:9999/callback';
const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];

/** A recipient: what it asks for at the door, and what it proves itself with. */
interface AskedBy {
  query: Record<string, string>;
  token: { basic?: [string, string]; form: Record<string, string>; headers?: Record<string, string> };
}

/** The recipient of the sample world that may ask for personal data; it has no secret. */
function cashflowApp(): AskedBy {
  const { verifier, parameters } = newProof();
  const known = { client_id: 'cashflow-app', redirect_uri: 'http://127.0.0.1/callback' };
  return { query: { ...known, ...parameters }, token: { form: { ...known, code_verifier: verifier } } };
}

/** The tokens that the recipient has when Sigrid has signed in at her bank and allowed these accounts. */
async function obtainTokens(
  accounts = ['har-101'],
  scope = 'ACCOUNT_BASIC TRANSACTIONS',
  { query: change, token }: AskedBy = { query: { redirect_uri }, token: { basic, form: { redirect_uri } } },
) {
  const wanderer = new Wanderer();
  const query = authorizationQuery({ ...change, provider_id: '3000', scope });
  await wanderer.go(`${world.accord.origin}/authorize?${query}`);
  const action = wanderer.find(/<form method="post" action="([^"]+)"/);
  await wanderer.go(action, { form: { step: 'password', username: 'sigrid', password: 'phare-blanc' } });
  await wanderer.go(action, { form: { step: 'code', code: wanderer.find(/<b>(\d{6})<\/b>/) } });
  await wanderer.submit('ticket', { account: accounts, decision: 'allow' }, { until: 'http://127.0.0.1' });
  const code = new URL(wanderer.url).searchParams.get('code') ?? '';
  const { json } = await redeem(world.accord.origin, { ...token, form: { ...token.form, code } });
  return { accessToken: String(json.access_token), refreshToken: String(json.refresh_token) };
}

/** Asks the bank; gives the status, FDX's code and the challenge. */
async function ask(path: string, token?: string) {
  const answer = await fetch(`${world.bank}/fdx/v6/${path}`, {
    headers: { 'x-fapi-interaction-id': 'asked-1', ...(token && { authorization: `Bearer ${token}` }) },
  });
  expect(answer.headers.get('x-fapi-interaction-id')).toBe('asked-1');
  const body = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, body, challenge: answer.headers.get('www-authenticate') };
}

const invalid = { status: 401, body: { code: '603' }, challenge: 'Bearer error="invalid_token"' };
const insufficient = { status: 403, body: { code: '602' }, challenge: 'Bearer error="insufficient_scope"' };

test('a token that Accord issued opens the accounts and clusters that were allowed, and no other', async () => {
  const { accessToken } = await obtainTokens();
  expect(await ask('accounts/har-101', accessToken)).toMatchObject({
    status: 200,
    body: { accountId: 'har-101', nickname: 'Groceries' },
  });
  expect((await ask('accounts/har-101', accessToken)).body).not.toHaveProperty('currentBalance');
  expect(await ask('accounts/har-101/transactions', accessToken)).toMatchObject({
    status: 200,
    body: { transactions: [{ amount: 64.2 }, { amount: 2150 }, { amount: 12.5 }] },
  });
  expect((await ask('accounts', accessToken)).body.accounts).toMatchObject([{ accountId: 'har-101' }]);
  for (const path of ['accounts/har-102', 'accounts/har-201', 'accounts/none', 'accounts/har-102/transactions'])
    expect(await ask(path, accessToken), path).toMatchObject(insufficient);
  expect(await ask('customers/current', accessToken)).toMatchObject(insufficient);
});

test('the customer’s personal data are opened by their own cluster alone', async () => {
  const contact = await obtainTokens(['har-101'], 'ACCOUNT_BASIC CUSTOMER_CONTACT');
  expect((await ask('customers/current', contact.accessToken)).body).not.toHaveProperty('dateOfBirth');
  const personal = await obtainTokens(['har-101'], 'ACCOUNT_BASIC CUSTOMER_PERSONAL', cashflowApp());
  expect((await ask('customers/current', personal.accessToken)).body).toMatchObject({
    customerId: 'hb-0417',
    dateOfBirth: '1984-02-29',
  });
});

test('a cluster that was not asked for is not opened', async () => {
  const { accessToken } = await obtainTokens(['har-101'], 'ACCOUNT_BASIC CUSTOMER_CONTACT');
  expect(await ask('accounts/har-101/transactions', accessToken)).toMatchObject(insufficient);
  expect(await ask('customers/current', accessToken)).toMatchObject({
    status: 200,
    body: { name: { last: 'Lavoie' } },
  });
});

test('no token, a forged token and a token of the recipient’s own open nothing', async () => {
  expect(await ask('accounts/har-101')).toMatchObject({ status: 401, challenge: 'Bearer' });
  expect(await ask('accounts')).toMatchObject({ status: 401 });
  const { accessToken, refreshToken } = await obtainTokens();
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
  const { privateKey } = await generateKeyPair('ES256');
  const header = JSON.parse(Buffer.from(accessToken.split('.')[0] ?? '', 'base64url').toString());
  const forged = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
  for (const token of ['nonsense', forged, refreshToken, `${accessToken}x`])
    expect(await ask('accounts/har-101', token)).toMatchObject(invalid);
  const own = await redeem(world.accord.origin, { basic, form: { grant_type: 'client_credentials' } });
  expect(own.status).toBe(200);
  expect(await ask('accounts/har-101', String(own.json.access_token))).toMatchObject(invalid);
});

test('a token whose key is Accord’s opens nothing when it is over, for another, from another, or of another kind', async () => {
  const claims = decodeJwt((await obtainTokens()).accessToken);
  const sign = await plantSigningKey(world.accord.databasePath);
  const issuedAt = Math.floor(Date.now() / 1000) - 60;
  const good = { ...claims, iat: issuedAt, exp: issuedAt + 900 };
  const fine = await sign(good);
  // A key that is new is looked for once a second.
  await expect.poll(async () => (await ask('accounts/har-101', fine)).status, 'the good one').toBe(200);
  const body = { code: '603', message: 'The access token is missing, unknown or over' };
  for (const [token, flaw] of [
    [await sign({ ...good, exp: issuedAt + 59 }), 'expired'],
    [await sign({ ...good, aud: `${world.bank}/` }), 'wrong audience'],
    [await sign({ ...good, iss: world.bank }), 'wrong issuer'],
    [await sign(good, 'JWT'), 'wrong type'],
  ] as const)
    expect(await ask('accounts/har-101', token), flaw).toEqual({ ...invalid, body });
});

test('a token for another bank opens nothing here', async () => {
  const code = await new Visitor(world.accord.origin).obtainCode('noah');
  const { json } = await redeem(world.accord.origin, { basic, form: { code, redirect_uri } });
  expect(await ask('accounts/har-101', String(json.access_token))).toMatchObject(invalid);
});

test('T12 a consent that has ended opens nothing from that moment on', async () => {
  const { accessToken, refreshToken } = await obtainTokens();
  expect(await ask('accounts/har-101', accessToken)).toMatchObject({ status: 200 });
  await redeem(world.accord.origin, { path: '/revoke', basic, form: { grant_type: undefined, token: refreshToken } });
  expect(await ask('accounts/har-101', accessToken)).toMatchObject(invalid);
});

test('what is not there, or asked for wrongly, is said in FDX’s form', async () => {
  const { accessToken } = await obtainTokens();
  expect(await ask('statements', accessToken)).toMatchObject({ status: 404, body: { code: '1107' } });
  expect(await ask('accounts?limit=0', accessToken)).toMatchObject({ status: 400, body: { code: '400' } });
  expect(await ask('accounts?offset=-1', accessToken)).toMatchObject({ status: 400 });
  expect(await ask('accounts/%', accessToken)).toMatchObject(insufficient);
  const written = await fetch(`${world.bank}/fdx/v6/accounts/har-101`, { method: 'DELETE' });
  expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('T10 a token that is bound to a key is no bearer token at the bank', async () => {
  const key = await newKey();
  const { issuer, origin } = world.accord;
  const first = await redeem(origin, { basic, form: {}, headers: { dpop: await proofFor(`${issuer}/token`, key) } });
  const dpop = await proofFor(`${issuer}/token`, key, { nonce: first.headers['dpop-nonce'] });
  const { accessToken } = await obtainTokens(['har-101'], 'ACCOUNT_BASIC', {
    query: { redirect_uri },
    token: { basic, form: { redirect_uri }, headers: { dpop } },
  });
  expect(decodeJwt(accessToken).cnf).toEqual({ jkt: await thumbprintOf(key) });
  expect((await ask('accounts/har-101', accessToken)).status).toBe(401);
});
