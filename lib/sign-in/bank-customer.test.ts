import { describe, expect, it } from 'vitest';
import type { UpstreamSignIn } from '../registry/provider.ts';
import { isStrongEnough, nameIn, readBankCustomer } from './bank-customer.ts';

const now = 1_773_327_600;
const upstream: UpstreamSignIn = {
  type: 'oidc',
  issuer: 'https://bank.example',
  client_id: 'accord',
  token_endpoint_auth_method: 'client_secret_basic',
  client_secret_env: 'BANK_SECRET',
  scope: 'openid',
};
const begun = { startedAt: now - 60, isForced: false };
const forced = { startedAt: now - 60, isForced: true };
const claims = { sub: 'sigrid', name: 'Sigrid Lavoie', auth_time: now - 10, acr: 'mfa' };
const read = (change: object = {}, flow = begun) => readBankCustomer({ ...claims, ...change }, flow, now);

describe('the customer of an ID token', () => {
  it('is named as the bank names them', () => {
    expect(read()).toEqual({ sub: 'sigrid', name: 'Sigrid Lavoie', authenticatedAt: now - 10 });
  });

  it.each(['', 'a\u0000b', 'a\nb', 'a\u0085b', 'x'.repeat(256), '\ud800', 7, undefined])(
    'C17 is nobody under the sub %j',
    (sub) => expect(read({ sub })).toBeUndefined(),
  );

  it('C17 may have a sub of 255 characters, in any script', () => {
    expect(read({ sub: 'é'.repeat(255) })?.sub).toBe('é'.repeat(255));
  });
});

describe('O12 the time of signing in', () => {
  it('is the time that the bank tells, and never in the future', () => {
    expect(read({ auth_time: now - 3600 })?.authenticatedAt).toBe(now - 3600);
    expect(read({ auth_time: now + 20 })?.authenticatedAt).toBe(now);
  });

  it.each([undefined, '1773327000', 1.5, Number.NaN])('is now when the bank tells none (%j)', (auth_time) => {
    expect(read({ auth_time })?.authenticatedAt).toBe(now);
  });

  it('of a forced sign-in is no earlier than its flow, less half a minute between two clocks', () => {
    expect(read({ auth_time: now - 90 }, forced)).toBeDefined();
    expect(read({ auth_time: now - 91 }, forced)).toBeUndefined();
    expect(read({ auth_time: now - 91 }, begun)).toBeDefined();
  });

  it('of a forced sign-in must be told', () => {
    expect(read({ auth_time: undefined }, forced)).toBeUndefined();
  });
});

describe('C17 how a customer proved themselves', () => {
  const strict = { ...upstream, acr_values: 'mfa hwk' };

  it('is enough when it is one of the ways that the registry names, or when it names none', () => {
    expect(isStrongEnough('hwk', strict)).toBe(true);
    expect(isStrongEnough(undefined, upstream)).toBe(true);
  });

  it.each(['password', '', 'mfa hwk', undefined, 7])('is not enough as %j', (acr) => {
    expect(isStrongEnough(acr, strict)).toBe(false);
  });
});

describe('a name', () => {
  it('is the first that a bank gives, of name, username and address', () => {
    expect(nameIn({ name: ' ', preferred_username: 'sig', email: 'sig@lavoie.example' })).toBe('sig');
    expect(nameIn({ name: 7, email: 'sig@lavoie.example' })).toBe('sig@lavoie.example');
    expect(nameIn({})).toBeUndefined();
    expect(nameIn(undefined)).toBeUndefined();
  });

  it.each([
    ['NUL, which PostgreSQL cannot store', 'Sig\u0000rid', 'Sig rid'],
    ['line breaks', 'Sigrid\r\n\u2028Lavoie', 'Sigrid Lavoie'],
    ['bidirectional controls', '\u202eeiovaL\u202c \u2066Sigrid\u2069', 'eiovaL Sigrid'],
    ['zero-width characters', 'Si\u200bgrid\ufeff', 'Sigrid'],
    ['half a character', 'Sigrid\ud83d', 'Sigrid\ufffd'],
  ])('loses %s', (_, name, clean) => {
    expect(nameIn({ name })).toBe(clean);
  });

  it('is cut at 300 characters, and never within one', () => {
    expect(nameIn({ name: '🛶'.repeat(301) })).toBe('🛶'.repeat(300));
  });
});
