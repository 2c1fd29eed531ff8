import { expect, test } from '../support/fixtures.ts';
import { consentOf, grant } from '../support/granted.ts';
import { type Answer, locationOf } from '../support/http-call.ts';
import { Visitor } from '../support/visitor.ts';

const parts = ['', '/stop', '/change', '/receipt', '/receipt.jws'];

test('another customer’s consent is not told from one that does not exist, and cannot be ended or changed', async ({
  accord,
  visitor,
}) => {
  const { consentId } = await grant(accord);
  await visitor.signIn('noah');
  for (const id of [consentId, crypto.randomUUID(), 'x', '%00', "'--"])
    for (const part of parts) {
      const answer = await visitor.follow(await visitor.get(`/consents/${id}${part}?provider_id=1000&language=en`));
      expect(answer.status, `${id}${part}`).toBe(404);
      expectOurNotFound(answer);
      expect(answer.text).not.toContain('Camille');
    }
  for (const [part, decision] of [
    ['/stop', 'stop'],
    ['/change', 'change'],
  ] as const) {
    const answer = await visitor.post(`/consents/${consentId}${part}?provider_id=1000`, { decision });
    expect(answer.status).toBe(404);
    expectOurNotFound(answer);
  }
  expect(consentOf(accord, consentId)?.status).toBe('active');
});

test('who is not signed in sees nothing, and is sent to an address of ours alone', async ({ accord }) => {
  const { consentId } = await grant(accord);
  const stranger = new Visitor(accord.origin);
  for (const part of parts) {
    const answer = await stranger.get(`/consents/${consentId}${part}?provider_id=1000&language=fr`);
    expect(locationOf(answer).pathname).toBe('/sign-in');
  }
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/authorize',
    '/consents/../token',
  ]) {
    const query = new URLSearchParams({ for: 'dashboard', provider_id: '1000', language: 'fr', next });
    const answer = await stranger.post(`/sign-in?${query}`, { username: 'noah', password: 'maple-leaf' });
    expect(answer.headers.location, next).toBe('/consents?provider_id=1000&language=fr');
  }
});

test('C8 a foreign page ends nothing, and only the literal word does', async ({ accord }) => {
  const visitor = new Visitor(accord.origin);
  const { consentId } = await grant(accord);
  await visitor.signIn('camille');
  const stop = `/consents/${consentId}/stop?provider_id=1000`;
  for (const origin of ['https://evil.example', 'null', ''])
    expect((await visitor.post(stop, { decision: 'stop' }, { origin })).status, origin).toBe(403);
  expect((await visitor.get(`${stop}&decision=stop`)).status).toBe(200);
  const unread: Record<string, string | string[]>[] = [
    {},
    { decision: 'STOP' },
    { decision: ['stop', 'stop'] },
    { decision: 'allow' },
  ];
  for (const fields of unread)
    expect(locationOf(await visitor.post(stop, fields)).pathname).toBe(`/consents/${consentId}/stop`);
  expect(consentOf(accord, consentId)?.status).toBe('active');
  expect(locationOf(await visitor.post(stop, { decision: 'stop' })).search).toContain('notice=stopped');
  expect(locationOf(await visitor.post(stop, { decision: 'stop' })).search).toContain('notice=already-ended');
  expect(consentOf(accord, consentId)?.status).toBe('revoked');
});

test('stopping all ends all that is in force, and nothing of another customer', async ({ accord }) => {
  const { consentId: camilles } = await grant(accord);
  const visitor = new Visitor(accord.origin);
  await visitor.obtainCode('noah');
  await visitor.obtainCode('noah', { client_id: 'budget-buddy', scope: 'ACCOUNT_BASIC' });
  const answer = await visitor.post('/consents/stop?provider_id=1000', { decision: 'stop' });
  const list = await visitor.get(locationOf(answer).pathname + locationOf(answer).search);
  expect(list.text).toContain('role="status"');
  expect(list.text).not.toMatch(/href="\/consents\/[\w-]+\/stop/);
  expect(consentOf(accord, camilles)?.status).toBe('active');
});

test('C10 a change can keep less, and never more', async ({ accord }) => {
  const { consentId } = await grant(accord, { scope: 'ACCOUNT_BASIC TRANSACTIONS' });
  const visitor = new Visitor(accord.origin);
  await visitor.signIn('camille');
  const change = (fields: Record<string, string | string[]>) =>
    visitor.post(`/consents/${consentId}/change?provider_id=1000`, { decision: 'change', ...fields });
  const unreadable: Record<string, string | string[]>[] = [
    { account: ['acc-chq-1', 'acc-sav-1'], cluster: 'TRANSACTIONS' },
    { account: 'acc-chq-1', cluster: ['TRANSACTIONS', 'STATEMENTS'] },
    { account: 'acc-chq-1', cluster: 'everything' },
    { account: 'acc-chq-1', cluster: ['ACCOUNT_BASIC', 'TRANSACTIONS'] },
    { cluster: 'TRANSACTIONS' },
  ];
  for (const fields of unreadable) {
    const answer = await change(fields);
    expect(answer.status, JSON.stringify(fields)).toBe(200);
    expect(answer.text).toContain('role="alert"');
  }
  expect(consentOf(accord, consentId)?.status).toBe('active');
  expect((await change({ account: 'acc-chq-1' })).status).toBe(303);
  expect(consentOf(accord, consentId)).toMatchObject({ status: 'revoked', end_reason: 'changed' });
});

// A whole page of ours, in both languages; Next's own is empty without its scripts.
function expectOurNotFound({ text }: Answer): void {
  expect(text).toMatch(/^<!DOCTYPE html><html lang="en">.*<link rel="stylesheet"/s);
  expect(text).toContain('<h1>There is no such page</h1>');
}
