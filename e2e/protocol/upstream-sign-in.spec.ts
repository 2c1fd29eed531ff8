import { decodeJwt, exportJWK, UnsecuredJWT } from 'jose';
import { accordKeys, type Bank, type BankBehaviour, startBank } from '../servers/bank.ts';
import { discardServer, startInVain, startServer } from '../servers/server.ts';
import { newState } from '../support/authorization-request.ts';
import {
  answerOf,
  goToBank,
  holdsSession,
  relative,
  requestAtBank,
  signInAtBank,
  visitBank,
} from '../support/bank-visit.ts';
import { expect, test } from '../support/fixtures.ts';
import { registryWithHarbour, startServerWithHarbour, withHarbour } from '../support/harbour.ts';
import { locationOf } from '../support/http-call.ts';
import { Visitor } from '../support/visitor.ts';

// One bank and one server for all, whose tests run one after another; a failure hides no other.
test.describe.configure({ mode: 'default' });

const harbour = withHarbour();

const path = requestAtBank;
const signIn = (visitor: Visitor, request?: string) => signInAtBank(visitor, harbour.bank, request);
/** Hands in an answer of the bank. */
const handIn = async (visitor: Visitor, callback: string) => visitor.follow(await visitor.get(callback));

test('C17 a customer signs in at the bank and reads a consent with the accounts of its FDX API', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const correlation_id = crypto.randomUUID();
  const atBank = await goToBank(visitor, path({ language: 'fr', correlation_id, login_hint: 'sig' }));
  const callback = await answerOf(harbour.bank, atBank);
  const asked = Object.fromEntries(atBank.searchParams);
  expect(asked).toMatchObject({
    response_type: 'code',
    client_id: 'accord',
    redirect_uri: `${harbour.server.origin}/sign-in/callback/3000`,
    scope: 'openid profile accounts:read',
    code_challenge_method: 'S256',
    ui_locales: 'fr-CA fr',
    login_hint: 'sig',
    max_age: '300',
    acr_values: 'mfa',
    correlation_id,
  });
  const consent = await visitor.get(relative(locationOf(await visitor.get(callback))));
  expect(consent.status).toBe(200);
  expect(consent.text).toContain('Sigrid Lavoie');
  for (const words of ['Daily', '7781', 'Tide Card', 'Old boat']) expect(consent.text).toContain(words);
  expect(consent.text).not.toContain('value="har-3"');
  const backChannel = harbour.bank.asked.filter(({ path }) => path === '/token' || path === '/fdx/v6/accounts');
  expect(backChannel.map(({ headers }) => headers['x-fapi-interaction-id'])).toEqual(Array(3).fill(correlation_id));
  expect([...visitor.cookies.keys()].filter((name) => name.includes('flow'))).toEqual([]);
  expect(harbour.server.output.join('')).not.toMatch(/upstream-token|har-1|7781/);
});

test('A20 A23 what a request demands of signing in reaches the bank, whose own conditions stand', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const request = path({ prompt: 'login', max_age: '60', acr_values: 'pwd', login_hint: 'sig' });
  const atBank = await goToBank(visitor, request);
  const callback = await answerOf(harbour.bank, atBank);
  const asked = Object.fromEntries(atBank.searchParams);
  expect(asked).toMatchObject({ prompt: 'login', max_age: '60', acr_values: 'mfa', login_hint: 'sig' });
  const consent = await visitor.get(relative(locationOf(await visitor.get(callback))));
  expect(consent.status).toBe(200);
  const again = await goToBank(visitor, request);
  expect(again.searchParams.get('prompt'), 'the session of a moment ago does not do').toBe('login');
});

test('C17 a request with the longest state survives the way to the bank and back byte for byte', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const state = '漢'.repeat(2000);
  const consent = locationOf(await signIn(visitor, path({ state })));
  expect(consent.searchParams.get('state')).toBe(state);
});

test('C17 two tabs sign in side by side, whichever comes back first', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const [first, second] = [newState(), newState()];
  const one = await visitBank(visitor, harbour.bank, path({ state: first }));
  const two = await visitBank(visitor, harbour.bank, path({ state: second }));
  expect(locationOf(await visitor.get(two)).searchParams.get('state')).toBe(second);
  expect(locationOf(await visitor.get(one)).searchParams.get('state')).toBe(first);
});

test('C17 an answer is good once, and only in the browser that began', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const callback = await visitBank(visitor, harbour.bank);
  const stranger = new Visitor(harbour.server.origin);
  expect((await handIn(stranger, callback)).status).toBe(400);
  expect(holdsSession(stranger)).toBe(false);
  expect(locationOf(await handIn(visitor, callback)).pathname).toBe('/authorize');
  expect((await handIn(visitor, callback)).status).toBe(400);
});

for (const [title, change] of [
  ['no state', ''],
  ['an unknown state', 'state=unknown'],
  ['a state twice', 'state=a&state=b'],
] as const)
  test(`C17 an answer with ${title} is our 400 page`, async () => {
    const visitor = new Visitor(harbour.server.origin);
    const answer = await handIn(visitor, `/sign-in/callback/3000?code=abc&${change}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.location).toBeUndefined();
    expect(holdsSession(visitor)).toBe(false);
  });

const lies: [string, (truth: Bank) => Partial<BankBehaviour>][] = [
  ['a foreign iss', () => ({ answer: (parameters) => ({ ...parameters, iss: 'https://other.example' }) })],
  ['no iss', () => ({ answer: ({ iss, ...parameters }) => parameters })],
  ['a wrong issuer of the ID token', () => ({ claims: (claims) => ({ ...claims, iss: 'https://other.example' }) })],
  ['a wrong audience', () => ({ claims: (claims) => ({ ...claims, aud: 'another' }) })],
  ['a wrong nonce', () => ({ claims: (claims) => ({ ...claims, nonce: 'another' }) })],
  ['no nonce', () => ({ claims: ({ nonce, ...claims }) => claims })],
  ['an expired ID token', () => ({ claims: (claims) => ({ ...claims, exp: 1_700_000_000, iat: 1_699_999_000 }) })],
  ['an authentication that is too old', () => ({ claims: (claims) => ({ ...claims, auth_time: 1_700_000_000 }) })],
  ['no time of authentication', () => ({ claims: ({ auth_time, ...claims }) => claims })],
  ['no customer', () => ({ claims: ({ sub, ...claims }) => claims })],
  ['alg none', () => ({ sign: async (claims) => new UnsecuredJWT(claims).encode() })],
  ['a bad signature', ({ sign }) => ({ sign: async (claims) => `${(await sign(claims)).slice(0, -4)}AAAA` })],
  ['an unknown key', ({ sign }) => ({ sign: (claims) => sign(claims, { kid: 'unknown' }) })],
  ['an unknown error', () => ({ answer: ({ code, ...parameters }) => ({ ...parameters, error: 'strange' }) })],
  ['a refused code', () => ({ answer: (parameters) => ({ ...parameters, code: 'another' }) })],
];
for (const [title, lie] of lies)
  test(`C17 a bank with ${title} is refused on our page and begins no session`, async () => {
    const visitor = new Visitor(harbour.server.origin);
    Object.assign(harbour.bank.behaviour, lie(harbour.bank));
    const answer = await signIn(visitor);
    expect(answer.status).toBe(502);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.text).toContain('could not be trusted');
    expect(holdsSession(visitor)).toBe(false);
  });

for (const [title, lie] of [
  ['its ID token tells', () => ({ claims: (claims) => ({ ...claims, acr: 'password' }) })],
  [
    'its error tells',
    () => ({
      answer: ({ code, ...parameters }) => ({ ...parameters, error: 'unmet_authentication_requirements' }),
    }),
  ],
] as [string, () => Partial<BankBehaviour>][])
  test(`C17 a customer without the second factor is told so where ${title}, and begins no session`, async () => {
    const visitor = new Visitor(harbour.server.origin);
    Object.assign(harbour.bank.behaviour, lie());
    const answer = await signIn(visitor);
    expect(answer.status).toBe(502);
    expect(answer.text).toContain('Your bank asks for one more step');
    expect(answer.text).not.toContain('could not be trusted');
    expect(holdsSession(visitor)).toBe(false);
  });

test('C17 keys that the bank has rotated are known at once', async () => {
  expect((await signIn(new Visitor(harbour.server.origin))).status).toBe(303);
  await harbour.bank.rotateKeys();
  expect((await signIn(new Visitor(harbour.server.origin))).status).toBe(303);
});

test('cancelling at the bank is access_denied for the recipient', async () => {
  harbour.bank.behaviour.answer = ({ code, ...parameters }) => ({ ...parameters, error: 'access_denied' });
  const back = locationOf(await signIn(new Visitor(harbour.server.origin)));
  expect(back.host).toBe('127.0.0.1:9999');
  expect(back.searchParams.get('error')).toBe('access_denied');
});

test('a token endpoint that fails is our 503 page, with a way to try again and a way back', async () => {
  harbour.bank.behaviour.tokenStatus = 500;
  const answer = await signIn(new Visitor(harbour.server.origin));
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('href="/authorize?');
  expect(answer.text).toContain('error=temporarily_unavailable');
});

for (const [title, accounts] of [
  ['fails', () => ({ status: 500, body: {} })],
  ['is no list', () => ({ status: 200, body: { accounts: 'none' } })],
] as [string, BankBehaviour['accounts']][])
  test(`an accounts API that ${title} is a page of its own, and no session`, async () => {
    const visitor = new Visitor(harbour.server.origin);
    harbour.bank.behaviour.accounts = accounts;
    const answer = await signIn(visitor);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('list of your accounts');
    expect(holdsSession(visitor)).toBe(false);
  });

test('an empty list of accounts is a page of its own', async () => {
  harbour.bank.behaviour.accounts = () => ({ status: 200, body: { accounts: [] } });
  const answer = await signIn(new Visitor(harbour.server.origin));
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('shows us no accounts');
});

test('"Not you?" ends the session here and at the bank, which is then asked to ask again', async () => {
  const visitor = new Visitor(harbour.server.origin);
  const consent = relative(locationOf(await signIn(visitor)));
  const out = locationOf(await visitor.signOut(consent));
  expect(holdsSession(visitor)).toBe(false);
  expect(out.pathname).toBe('/end-session');
  expect(decodeJwt(out.searchParams.get('id_token_hint') ?? '').sub).toBe('sigrid');
  expect(out.searchParams.get('post_logout_redirect_uri')).toBe(`${harbour.server.origin}/sign-out/callback`);
  const callback = await answerOf(harbour.bank, out);
  expect((await handIn(new Visitor(harbour.server.origin), callback)).status).toBe(400);
  const atBank = locationOf(await visitor.get(relative(locationOf(await visitor.get(callback)))));
  expect(atBank.searchParams.get('prompt')).toBe('login');
});

test('a token endpoint that never answers is our 503 page after five seconds', async () => {
  harbour.bank.behaviour.tokenStatus = 'silent';
  const answer = await signIn(new Visitor(harbour.server.origin));
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('does not answer');
});

test('a bank may ask for a signed assertion instead of a secret', async () => {
  const { kid, privateKey } = accordKeys;
  const HARBOUR_KEY = JSON.stringify({ ...(await exportJWK(privateKey)), kid, alg: 'ES256' });
  const change = { token_endpoint_auth_method: 'private_key_jwt', client_key_env: 'HARBOUR_KEY' };
  const registry = registryWithHarbour(harbour.bank.issuer, change);
  const asserting = await startServer({ registry, variables: { HARBOUR_KEY, HARBOUR_SECRET: 'unused' } });
  try {
    expect((await signIn(new Visitor(asserting.origin))).status).toBe(303);
    const asked = harbour.bank.asked.find(({ path }) => path === '/token');
    expect(asked?.parameters.get('client_assertion_type')).toBe(
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    );
    expect(asked?.headers.authorization).toBeUndefined();
  } finally {
    await discardServer(asserting);
  }
});

test('a bank that is not there is our 503 page with a way back', async () => {
  const gone = await startBank();
  await gone.close();
  const lonely = await startServerWithHarbour(gone.issuer);
  try {
    const visitor = new Visitor(lonely.origin);
    const answer = await handIn(visitor, relative(locationOf(await visitor.get(path()))));
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('does not answer');
  } finally {
    await discardServer(lonely);
  }
});

test('a secret of the registry that is not set stops the start by its name', async () => {
  const { code, text } = await startInVain({
    PORT: String(harbour.server.port),
    ACCORD_ISSUER: harbour.server.issuer,
    ACCORD_SECRET: harbour.server.secret,
    ACCORD_REGISTRY: registryWithHarbour(harbour.bank.issuer),
    DATABASE_URL: `file:${harbour.server.databasePath}`,
  });
  expect(code).toBe(1);
  expect(text).toContain('HARBOUR_SECRET is missing');
});
