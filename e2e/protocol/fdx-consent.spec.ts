import type { Server } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import {
  borealOperations,
  budgetBuddy,
  consentOf,
  grant,
  introspect,
  mapleApi,
  mapleOperations,
  refresh,
} from '../support/granted.ts';
import { call } from '../support/http-call.ts';
import { redeem } from '../support/token-request.ts';

const basicOf = (credentials: [string, string]) => `Basic ${btoa(credentials.map(encodeURIComponent).join(':'))}`;

/** Calls the consent API; gives status, headers and the body, if there is one. */
async function fdx(
  { origin }: Server,
  path: string,
  {
    as = basicOf(budgetBuddy),
    method = 'GET',
    body,
    headers = {},
  }: { as?: string; method?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await call(origin, {
    path: `/fdx/v6/consents/${path}`,
    method,
    headers: {
      ...(as && { authorization: as }),
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      }),
      ...headers,
    },
    ...(body !== undefined && { body: text }),
  });
  return { ...answer, json: answer.text ? JSON.parse(answer.text) : undefined };
}

const because = { reason: 'USER_ACTION', initiator: 'DATA_RECIPIENT' };
const notFound = { code: '1107', message: 'Data not found for request parameters' };

test('a recipient sees its own consent in FDX’s names', async ({ accord }) => {
  const { consentId, correlationId } = await grant(accord, { scope: 'ACCOUNT_BASIC TRANSACTIONS' });
  const { status, json, headers } = await fdx(accord, consentId);
  expect(status).toBe(200);
  expect(headers['x-fapi-interaction-id']).toBe(correlationId);
  expect(json).toMatchObject({
    id: consentId,
    status: 'ACTIVE',
    durationType: 'TIME_BOUND',
    durationPeriod: 365,
    lookbackPeriod: 730,
    createdTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
    resources: [{ resourceType: 'ACCOUNT', resourceId: 'acc-chq-1', dataClusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] }],
  });
  expect(json.parties).toMatchObject([
    {
      name: 'Budget Buddy',
      type: 'DATA_RECIPIENT',
      homeUri: 'https://budget-buddy.example',
      registry: 'PRIVATE',
      registeredEntityName: 'Budget Buddy Technologies Inc.',
      registeredEntityId: 'BC1234567',
    },
    { name: 'Relay Data Inc.', type: 'DATA_ACCESS_PLATFORM' },
    { type: 'DATA_PROVIDER', registeredEntityName: 'Maple Bank of Canada' },
  ]);
  expect((await fdx(accord, consentId, { headers: { 'x-fapi-interaction-id': 'mine' } })).headers).toMatchObject({
    'x-fapi-interaction-id': 'mine',
  });
});

test('a client’s own token opens the API as its secret does, and a customer’s token does not', async ({ accord }) => {
  const { consentId, accessToken } = await grant(accord);
  for (const basic of [budgetBuddy, mapleOperations]) {
    const { json } = await redeem(accord.origin, { basic, form: { grant_type: 'client_credentials' } });
    expect(json).toMatchObject({ token_type: 'Bearer', scope: 'fdx:consents' });
    const as = `Bearer ${json.access_token}`;
    expect((await fdx(accord, consentId, { as })).json).toMatchObject({ id: consentId });
  }
  const customers = await fdx(accord, consentId, { as: `Bearer ${accessToken}` });
  expect(customers.status).toBe(403);
  expect(customers.headers['www-authenticate']).toContain('insufficient_scope');
});

for (const [who, credentials, by] of [
  ['a recipient', budgetBuddy, 'recipient'],
  ['an operator of the provider', mapleOperations, 'provider'],
] as const)
  test(`${who} ends a consent once, and its tokens end at once`, async ({ accord }) => {
    const { consentId, accessToken, refreshToken } = await grant(accord);
    const as = basicOf([...credentials]);
    expect((await fdx(accord, `${consentId}/revocation`, { as })).json).toEqual({ revocations: [] });
    const ended = await fdx(accord, `${consentId}/revocation`, { as, method: 'PUT', body: because });
    expect([ended.status, ended.text]).toEqual([204, '']);
    expect(ended.headers['x-fapi-interaction-id']).toBeTruthy();
    expect((await introspect(accord, accessToken)).json).toEqual({ active: false });
    expect((await refresh(accord, refreshToken)).json.error).toBe('invalid_grant');
    expect((await fdx(accord, consentId, { as })).json.status).toBe('REVOKED');
    expect((await fdx(accord, `${consentId}/revocation`, { as })).json).toMatchObject({
      revocations: [{ status: 'REVOKED', ...because }],
    });
    expect(consentOf(accord, consentId)?.ended_by).toBe(by);
    const again = await fdx(accord, `${consentId}/revocation`, { as, method: 'PUT', body: because });
    expect([again.status, again.json.code]).toEqual([409, '409']);
  });

test('another’s consent and one that does not exist are told alike', async ({ accord }) => {
  const { consentId } = await grant(accord);
  const as = basicOf(borealOperations);
  const ids = [consentId, crypto.randomUUID(), 'x', `${consentId}'--`, encodeURIComponent('é/../x')];
  for (const id of ids)
    for (const path of [id, `${id}/revocation`]) {
      const { status, json } = await fdx(accord, path, { as });
      expect([status, json], path).toEqual([404, notFound]);
    }
  const foreign = await fdx(accord, `${consentId}/revocation`, { as, method: 'PUT', body: because });
  expect(foreign.status).toBe(404);
  expect(consentOf(accord, consentId)?.status).toBe('active');
});

test('who is not known or may not, is told so in FDX’s form', async ({ accord }) => {
  const { consentId } = await grant(accord);
  for (const as of ['', 'Basic x', basicOf(['budget-buddy', 'wrong']), 'Bearer nonsense', 'Digest x']) {
    const { status, json, headers } = await fdx(accord, consentId, { as });
    expect([status, json.code], as).toEqual([401, '603']);
    expect(headers['www-authenticate'], as).toMatch(/^(Basic|Bearer)/);
  }
  expect(await fdx(accord, consentId, { as: basicOf(mapleApi) })).toMatchObject({ status: 403, json: { code: '602' } });
  expect(await fdx(accord, consentId, { method: 'DELETE' })).toMatchObject({
    status: 405,
    headers: { allow: 'GET, HEAD' },
  });
});

test('a revocation that cannot be read changes nothing', async ({ accord }) => {
  const { consentId } = await grant(accord);
  const bad: unknown[] = [
    'not json',
    '',
    [],
    {},
    { reason: 'USER_ACTION' },
    { ...because, reason: 'WHIM' },
    { ...because, initiator: 'ME' },
    { ...because, more: 1 },
  ];
  for (const body of bad) {
    const answer = await fdx(accord, `${consentId}/revocation`, { method: 'PUT', body });
    expect([answer.status, answer.json.code], JSON.stringify(body)).toEqual([400, '400']);
    expect(answer.json.debugMessage).toBeTruthy();
  }
  const large = { ...because, more: 'x'.repeat(20_000) };
  expect((await fdx(accord, `${consentId}/revocation`, { method: 'PUT', body: large })).status).toBe(413);
  expect(consentOf(accord, consentId)?.status).toBe('active');
});

test('T12 ended twice at once, and while it is refreshed, a consent ends once', async ({ accord }) => {
  const { consentId, refreshToken } = await grant(accord);
  const end = () => fdx(accord, `${consentId}/revocation`, { method: 'PUT', body: because });
  const both = await Promise.all([end(), refresh(accord, refreshToken), end(), refresh(accord, refreshToken), end()]);
  const statuses = [both[0], both[2], both[4]].map(({ status }) => status).sort();
  expect(statuses).toEqual([204, 409, 409]);
  for (const answer of [both[1], both[3]])
    if (answer.status === 200)
      expect((await introspect(accord, String(answer.json.access_token))).json).toEqual({ active: false });
  expect((await refresh(accord, refreshToken)).json.error).toBe('invalid_grant');
});
