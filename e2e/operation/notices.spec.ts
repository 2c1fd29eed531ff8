import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type NoticeReceiver, startNoticeReceiver, taken } from '../servers/notice-receiver.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { grant, mapleOperations, revoke } from '../support/granted.ts';
import { call } from '../support/http-call.ts';
import { providerOf, recipientOf, writeRegistry } from '../support/registry.ts';
import { query } from '../support/stored.ts';

let recipient: NoticeReceiver;
let bank: NoticeReceiver;
let instances: [Server, Server];

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  recipient = await startNoticeReceiver();
  bank = await startNoticeReceiver();
  const registry = writeRegistry((file) => {
    Object.assign(recipientOf(file, 'budget-buddy'), { notification_uri: recipient.uri });
    Object.assign(providerOf(file, '1000'), { notification_uri: bank.uri });
  });
  const variables = { ACCORD_PRIVATE_JWKS: 'allow' };
  const first = await startServer({ registry, variables });
  const { directory, secret, issuer } = first;
  instances = [first, await startServer({ registry, variables, directory, secret, issuer })];
});
test.afterAll(async () => {
  await instances[1].end('SIGKILL');
  await discardServer(instances[0]);
  recipient.close();
  bank.close();
});
test.beforeEach(() => {
  for (const receiver of [recipient, bank]) {
    receiver.answer = taken;
    receiver.received.length = 0;
  }
});

/** What a subscriber reads of a token, with a library that is not ours. */
async function read(token: string, audience: string) {
  const [{ issuer }] = instances;
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const { payload } = await jwtVerify(token, keys, { issuer, audience, typ: 'secevent+jwt' });
  const [[event, notification] = ['', {}]] = Object.entries(payload.events as Record<string, Record<string, unknown>>);
  return { ...payload, event, notification };
}

const readAll = ({ received }: NoticeReceiver, audience: string) =>
  Promise.all(received.map(({ token }) => read(token, audience)));

const isOf = (consentId: string, payload: unknown) => (payload as { id: string }).id === consentId;

const revokeAtBank = ({ origin }: Server, consentId: string) =>
  call(origin, {
    method: 'PUT',
    path: `/fdx/v6/consents/${consentId}/revocation`,
    headers: {
      authorization: `Basic ${Buffer.from(mapleOperations.join(':')).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ reason: 'USER_ACTION', initiator: 'DATA_PROVIDER' }),
  });

const stateOf = (consentId: string) =>
  query<{ subscriber_kind: string; outcome: string | null; attempts: number; fault: string | null }>(
    instances[0].databasePath,
    'select subscriber_kind, outcome, attempts, fault from notices where consent_id = ? order by subscriber_kind, number',
    consentId,
  );

test('O21 the end of a consent reaches the recipient as a signed token with FDX’s fields, and not whoever ended it', async () => {
  const { consentId, correlationId } = await grant(instances[0]);
  expect((await revokeAtBank(instances[1], consentId)).status).toBeLessThan(300);
  await expect.poll(() => recipient.received.length, { timeout: 10_000 }).toBe(1);
  expect(recipient.received[0]?.type).toBe('application/secevent+jwt');
  const [token] = await readAll(recipient, 'budget-buddy');
  expect(token).toMatchObject({
    txn: correlationId,
    sub_id: { format: 'opaque', id: consentId },
    event: `${instances[0].issuer}/events/consent-revoked`,
    notification: {
      notificationId: token?.jti,
      type: 'CONSENT_REVOKED',
      category: 'CONSENT',
      publisher: { type: 'DATA_PROVIDER', name: 'Maple Bank' },
      subscriber: { type: 'DATA_RECIPIENT', name: 'Budget Buddy' },
      notificationPayload: { id: consentId, idType: 'CONSENT' },
    },
  });
  await expect
    .poll(() => stateOf(consentId))
    .toEqual([{ subscriber_kind: 'recipient', outcome: 'delivered', attempts: 1, fault: null }]);
  expect(bank.received).toEqual([]);
});

test('O21 the bank hears of what the recipient ended', async () => {
  const { consentId, refreshToken } = await grant(instances[0]);
  expect((await revoke(instances[0], refreshToken)).status).toBe(200);
  await expect.poll(() => bank.received.length, { timeout: 10_000 }).toBe(1);
  expect(await readAll(bank, '1000')).toMatchObject([{ sub_id: { id: consentId } }]);
  expect(recipient.received).toEqual([]);
});

test('O21 a consent that another replaces is an update, which names the other', async () => {
  const first = await grant(instances[0]);
  const second = await grant(instances[0]);
  await expect.poll(() => recipient.received.length, { timeout: 10_000 }).toBe(1);
  const [token] = await readAll(recipient, 'budget-buddy');
  expect(token?.notification).toMatchObject({
    type: 'CONSENT_UPDATED',
    notificationPayload: {
      id: first.consentId,
      customFields: expect.arrayContaining([{ name: 'replacedBy', value: second.consentId }]),
    },
  });
});

const failures: Record<string, (receiver: NoticeReceiver) => NoticeReceiver['answer']> = {
  fails: () => (response) => response.writeHead(500).end(),
  'sends us elsewhere': () => (response) => response.writeHead(307, { location: '/elsewhere' }).end(),
  'ends the connection': () => (response) => response.destroy(),
  'says more than 100 kB': () => (response) => response.writeHead(200).end('x'.repeat(200_000)),
};

for (const [what, answerOf] of Object.entries(failures))
  test(`O21 a subscriber that ${what} is told again, with the same jti, until it takes it`, async () => {
    const { consentId } = await grant(instances[0]);
    recipient.answer = answerOf(recipient);
    await revokeAtBank(instances[0], consentId);
    await expect.poll(() => recipient.received.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(async () => (await stateOf(consentId))[0]?.fault).toBeTruthy();
    recipient.answer = taken;
    await expect.poll(async () => (await stateOf(consentId))[0]?.outcome, { timeout: 15_000 }).toBe('delivered');
    const all = await readAll(recipient, 'budget-buddy');
    // What the grant has replaced is told too.
    const tokens = all.filter(({ notification }) => isOf(consentId, notification.notificationPayload));
    expect(new Set(tokens.map(({ jti }) => jti)).size).toBe(1);
    expect(tokens.length).toBeGreaterThan(1);
    expect(recipient.received.map(({ type }) => type)).not.toContain('a redirect that was followed');
  });

test('O21 a subscriber that never answers holds up nobody else', async () => {
  const slow = await grant(instances[0]);
  recipient.answer = () => undefined;
  await revokeAtBank(instances[0], slow.consentId);
  await expect.poll(() => recipient.received.length, { timeout: 10_000 }).toBe(1);
  const { refreshToken } = await grant(instances[0]);
  await revoke(instances[0], refreshToken);
  await expect.poll(() => bank.received.length, { timeout: 10_000 }).toBe(1);
  await expect
    .poll(async () => (await stateOf(slow.consentId))[0]?.fault, { timeout: 15_000 })
    .toBe('it did not answer within 5 seconds');
});

test('O21 without leave no private address is told anything', async () => {
  const untold = await startNoticeReceiver();
  const registry = writeRegistry((file) => {
    Object.assign(recipientOf(file, 'budget-buddy'), { notification_uri: untold.uri });
  });
  const server = await startServer({ registry });
  try {
    const { consentId } = await grant(server);
    await revokeAtBank(server, consentId);
    await expect.poll(() => server.output.join(''), { timeout: 10_000 }).toContain('it is a private address');
    expect(untold.received).toEqual([]);
  } finally {
    untold.close();
    await discardServer(server);
  }
});
