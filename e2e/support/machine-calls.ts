import type { Granted } from './granted.ts';
import { borealOperations, budgetBuddy, mapleApi, mapleOperations } from './granted.ts';
import type { Call } from './http-call.ts';

/** What a call may speak of: a consent that stays, and one that this host alone may end. */
export interface World {
  kept: Granted;
  own: Granted;
}

type Write = (world: World) => Call;

const basic = (credentials: [string, string]) => ({
  authorization: `Basic ${btoa(credentials.map(encodeURIComponent).join(':'))}`,
});
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };
const post = (path: string, form: string | Record<string, string>, headers: Call['headers'] = {}): Call => ({
  method: 'POST',
  path,
  headers: { ...urlencoded, ...headers },
  body: new URLSearchParams(form).toString(),
});
const preflight = (path: string, origin: string): Call => ({
  method: 'OPTIONS',
  path,
  headers: { origin, 'access-control-request-method': 'POST', 'content-length': '0' },
});
const consentPath = ({ consentId }: Granted) => `/fdx/v6/consents/${consentId}`;
const ended = { reason: 'USER_ACTION', initiator: 'DATA_RECIPIENT' };
const putEnd = (granted: Granted, body: unknown, headers: Call['headers'] = {}): Call => ({
  method: 'PUT',
  path: `${consentPath(granted)}/revocation`,
  headers: { ...json, ...basic(budgetBuddy), ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const addresses = [
  '/token',
  '/par',
  '/revoke',
  '/introspect',
  '/jwks',
  '/health',
  '/openapi.json',
  '/.well-known/oauth-authorization-server',
  '/.well-known/openid-configuration',
  '/fdx/v6/consents/nothing',
  '/fdx/v6/consents/nothing/revocation',
  '/metrics',
  '/.well-known/nothing',
  '/.well-known/',
  '/fdx/nothing',
  '/fdx/v6/consents/',
  '/fdx/v6/consents/a/b',
];
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];

/** Every address of machines with every method, and how a path may be written. */
const atAddresses = Object.fromEntries(
  [
    ...addresses.flatMap((path) => methods.map((method) => ({ method, path }))),
    ...addresses.map((path) => ({ method: 'GET', path: `${path}/` })),
    ...addresses.map((path) => ({ method: 'GET', path: `${path}?a=1&a=2#x` })),
    ...[
      '/jwks//',
      '//jwks',
      '/JWKS',
      '/%6Awks',
      '/jwks%2F',
      '/jwks/x',
      '/token/.',
      '/fdx/%',
      '/fdx/v6/consents/%E0%A4%A',
    ].map((path) => ({ method: 'GET', path })),
  ].map((request): [string, Write] => [
    `${request.method} ${request.path}`,
    () => ({ ...request, headers: { 'content-length': '0' } }),
  ]),
);

const clientForms = Object.fromEntries(
  ['/token', '/par', '/revoke', '/introspect'].flatMap((path): [string, Write][] => [
    [`${path} without a client`, () => post(path, {})],
    [`${path} with a wrong secret`, () => post(path, {}, basic(['budget-buddy', 'wrong']))],
    [`${path} with an unknown client`, () => post(path, {}, basic(['nobody', 'x']))],
    [`${path} with what is no Basic`, () => post(path, {}, { authorization: 'Basic %' })],
    [`${path} with two ways to prove a client`, () => post(path, { client_secret: 'x' }, basic(budgetBuddy))],
    [`${path} with a public client`, () => post(path, { client_id: 'cashflow-app' })],
    [`${path} with a client of a bank`, () => post(path, {}, basic(mapleApi))],
    [`${path} with nothing in the form`, () => post(path, {}, basic(budgetBuddy))],
    [`${path} with no type`, () => ({ method: 'POST', path, headers: basic(budgetBuddy), body: 'token=x' })],
    [`${path} with JSON`, () => ({ method: 'POST', path, headers: { ...json, ...basic(budgetBuddy) }, body: '{}' })],
    [`${path} with a parameter twice`, () => post(path, 'client_id=a&client_id=b&token=x&token=y')],
    [`${path} with 16 kB`, () => post(path, { x: 'x'.repeat(16_382) }, basic(budgetBuddy))],
    [`${path} with more than 16 kB`, () => post(path, { x: 'x'.repeat(16_383) }, basic(budgetBuddy))],
    [
      `${path} with more than 16 kB in pieces`,
      () => post(path, { x: 'x'.repeat(100_000) }, { ...basic(budgetBuddy), 'transfer-encoding': 'chunked' }),
    ],
    [`${path} in pieces`, () => post(path, { token: 'x' }, { ...basic(budgetBuddy), 'transfer-encoding': 'chunked' })],
    [
      `${path} with bytes that are no text`,
      () => ({ ...post(path, {}, basic(budgetBuddy)), body: Buffer.from([0xff, 0x3d, 0]) }),
    ],
    [`${path} with a proof that is none`, () => post(path, {}, { ...basic(budgetBuddy), dpop: 'nonsense' })],
    [`${path} with two proofs`, () => post(path, {}, { ...basic(budgetBuddy), dpop: ['a', 'b'] })],
    [`${path} with a slash behind it`, () => post(`${path}/`, {}, basic(budgetBuddy))],
  ]),
);

const oauth: Record<string, Write> = {
  'a token of the client’s own': () =>
    post('/token', { grant_type: 'client_credentials', scope: 'fdx:consents' }, basic(budgetBuddy)),
  'a grant that is unknown': () => post('/token', { grant_type: 'password' }, basic(budgetBuddy)),
  'a code that is unknown': () =>
    post(
      '/token',
      { grant_type: 'authorization_code', code: 'x', redirect_uri: 'https://x.example' },
      basic(budgetBuddy),
    ),
  'a code that was used': ({ kept: { code } }) =>
    post(
      '/token',
      { grant_type: 'authorization_code', code, redirect_uri: 'http://127.0.0.1:9999/other' },
      basic(budgetBuddy),
    ),
  'a refresh token that is unknown': () =>
    post('/token', { grant_type: 'refresh_token', refresh_token: 'x' }, basic(budgetBuddy)),
  'a refresh': ({ own: { refreshToken } }) =>
    post('/token', { grant_type: 'refresh_token', refresh_token: refreshToken }, basic(budgetBuddy)),
  'introspection of an access token': ({ kept: { accessToken } }) =>
    post('/introspect', { token: accessToken }, basic(mapleApi)),
  'introspection of a refresh token': ({ kept: { refreshToken } }) =>
    post('/introspect', { token: refreshToken }, basic(budgetBuddy)),
  'introspection of nothing': () => post('/introspect', { token: 'x' }, basic(mapleApi)),
  'revocation of nothing': () => post('/revoke', { token: 'x' }, basic(budgetBuddy)),
  'a pushed request': () =>
    post(
      '/par',
      {
        response_type: 'code',
        client_id: 'budget-buddy',
        redirect_uri: 'http://127.0.0.1:9999/callback',
        scope: 'ACCOUNT_BASIC',
        state: 'state',
        provider_id: '1000',
        correlation_id: 'pushed-by-both',
      },
      basic(budgetBuddy),
    ),
  'a pushed request that is refused': () => post('/par', { response_type: 'token' }, basic(budgetBuddy)),
};

const fdx: Record<string, Write> = {
  'a consent': ({ kept }) => ({ path: consentPath(kept), headers: basic(budgetBuddy) }),
  'the head of a consent': ({ kept }) => ({ method: 'HEAD', path: consentPath(kept), headers: basic(budgetBuddy) }),
  'a consent by an encoded id': ({ kept }) => ({
    path: `/fdx/v6/consents/%${kept.consentId.charCodeAt(0).toString(16)}${kept.consentId.slice(1)}`,
    headers: basic(budgetBuddy),
  }),
  'a consent, for an operator of its bank': ({ kept }) => ({
    path: consentPath(kept),
    headers: basic(mapleOperations),
  }),
  'a consent, for another bank': ({ kept }) => ({ path: consentPath(kept), headers: basic(borealOperations) }),
  'a consent, for its own token': ({ kept }) => ({
    path: consentPath(kept),
    headers: { authorization: `Bearer ${kept.accessToken}` },
  }),
  'a consent, for a token that is none': ({ kept }) => ({
    path: consentPath(kept),
    headers: { authorization: 'DPoP x' },
  }),
  'a consent, with an interaction of the caller’s': ({ kept }) => ({
    path: consentPath(kept),
    headers: { ...basic(budgetBuddy), 'x-fapi-interaction-id': 'mine' },
  }),
  'the end of a consent that has none': ({ kept }) => ({
    path: `${consentPath(kept)}/revocation`,
    headers: basic(budgetBuddy),
  }),
  'an end without JSON': ({ own }) => putEnd(own, 'nonsense'),
  'an end of another type': ({ own }) => putEnd(own, ended, { 'content-type': 'text/plain' }),
  'an end with a wrong reason': ({ own }) => putEnd(own, { ...ended, reason: 'NONE' }),
  'an end of more than 16 kB': ({ own }) => putEnd(own, 'x'.repeat(16_385)),
  'an end by a stranger': ({ own }) => putEnd(own, ended, { authorization: 'Basic x' }),
  'an end': ({ own }) => putEnd(own, ended, { 'x-fapi-interaction-id': 'the-end' }),
  'an end after the end': ({ own }) => putEnd(own, ended, { 'x-fapi-interaction-id': 'the-end' }),
};

const disguised: Record<string, Write> = {
  'a request of Next’s client': () => ({ path: '/jwks', headers: { rsc: '1', 'next-router-prefetch': '1' } }),
  'a request for a part': () => ({ path: '/jwks', headers: { range: 'bytes=0-3', 'if-range': '"x"' } }),
  'a request for what changed': () => ({ path: '/jwks', headers: { 'if-none-match': '*', 'if-match': '"x"' } }),
  'a request for less': () => ({ path: '/openapi.json', headers: { 'accept-encoding': 'gzip, br' } }),
  'a request from another origin': () => ({ path: '/jwks', headers: { origin: 'https://evil.example' } }),
  'a preflight of a public client': () => preflight('/token', 'http://127.0.0.1'),
  'a preflight of another page': () => preflight('/revoke', 'https://evil.example'),
  'a form from the page of a public client': () => post('/token', {}, { origin: 'http://127.0.0.1' }),
  'a request under another name': () => ({ path: '/jwks', headers: { host: '[', 'x-forwarded-host': 'evil.example' } }),
  'a request with an expectation': () => ({ path: '/jwks', headers: { expect: 'nothing' } }),
  'a request with too many parameters': () => ({ path: `/jwks?${'a&'.repeat(200)}` }),
  'a request with too many cookies': () => ({ path: '/jwks', headers: { cookie: 'accord=x; '.repeat(200) } }),
  'a request to become a WebSocket': () => ({
    path: '/jwks',
    headers: { connection: 'upgrade', upgrade: 'websocket' },
  }),
  'a form that another method claims': () => post('/token?_method=PUT', {}, { 'x-http-method-override': 'PUT' }),
  'a Server Action': () => post('/token', {}, { 'next-action': 'x' }),
};

/** What machines ask, well and badly, at each address of theirs. */
export const machineCalls: Record<string, Write> = { ...atAddresses, ...clientForms, ...oauth, ...fdx, ...disguised };
