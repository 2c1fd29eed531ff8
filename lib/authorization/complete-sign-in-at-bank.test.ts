import { describe, expect, it } from 'vitest';
import { providerRegistration } from '../../test/world/registration.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { type CookieJar, flowCookies, type SignInFlow } from '../sign-in/sign-in-flow.ts';
import { database } from '../storage/database.ts';
import { completeSignInAtBank } from './complete-sign-in-at-bank.ts';

// A bank that nobody answers for: an answer that is taken to it comes to `bank-unavailable`.
const bank = {
  ...providerRegistration,
  provider_id: '3000',
  sign_in: {
    type: 'oidc',
    issuer: 'http://127.0.0.1:9',
    client_id: 'accord',
    client_secret_env: 'BANK_SECRET',
    scope: 'openid',
  },
};
temporaryServer({ providers: [bank, { ...bank, provider_id: '4000' }] });

const query = 'for=dashboard&provider_id=3000';
const flowOf = (state: string, change: Partial<SignInFlow> = {}): SignInFlow => ({
  state,
  nonce: 'nonce',
  codeVerifier: 'verifier',
  startedAt: shownAt,
  providerId: '3000',
  isForced: false,
  query,
  ...change,
});

function browserWith(flow: SignInFlow): CookieJar {
  const kept = new Map(
    flowCookies(flow, { get: () => undefined, getAll: () => [] }).map(({ name, value }) => [name, value]),
  );
  const get = (name: string) => (kept.has(name) ? { value: kept.get(name) ?? '' } : undefined);
  return { get, getAll: () => [...kept].map(([name, value]) => ({ name, value })) };
}

async function handIn(flow: SignInFlow, { at = shownAt, providerId = '3000' } = {}) {
  const answer = new URLSearchParams({ state: flow.state, code: 'code' });
  const completed = await completeSignInAtBank(
    database(),
    { providerId, answer, jar: browserWith(flow), language: 'en' },
    at,
  );
  expect(completed.cookies.map(({ maxAge }) => maxAge)).toEqual([0]);
  return completed.answer;
}

describe('the answer of a bank', () => {
  it('is taken to the bank for ten minutes, to the second', async () => {
    expect(await handIn(flowOf('in-time'), { at: shownAt + 599 })).toMatchObject({ name: 'bank-unavailable' });
    expect(await handIn(flowOf('late'), { at: shownAt + 600 })).toMatchObject({ name: 'sign-in-expired', status: 400 });
  });

  it('O12 is taken there once, although the browser still holds its flow', async () => {
    expect(await handIn(flowOf('once'))).toMatchObject({ name: 'bank-unavailable' });
    expect(await handIn(flowOf('once'))).toMatchObject({ name: 'sign-in-lost', status: 400 });
  });

  it('O12 is for the bank whose address it came to, whose flow it ends and whose request it was', async () => {
    const lost = { name: 'sign-in-lost', status: 400 };
    expect(await handIn(flowOf('other-path'), { providerId: '4000' })).toMatchObject(lost);
    expect(await handIn(flowOf('other-flow', { providerId: '4000' }))).toMatchObject(lost);
    const elsewhere = flowOf('other-request', { query: query.replace('3000', '4000') });
    expect(await handIn(elsewhere)).toMatchObject(lost);
  });
});
