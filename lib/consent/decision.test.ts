import { describe, expect, it } from 'vitest';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { requestOf, shownAt, ticketOf } from '../../test/world/ticket.ts';
import { hashToken } from '../keys/random-token.ts';
import {
  findAuthorizationCode,
  revokeAuthorizationCode,
  takeAuthorizationCode,
} from '../storage/authorization-codes.ts';
import type { Database } from '../storage/database.ts';
import { allowConsent, type Choice, type Decision, denyConsent } from './decision.ts';

const now = shownAt + 30;
const until = shownAt + 365 * 86_400;
const choice: Choice = {
  accountIds: ['acc-1'],
  period: { durationType: 'TIME_BOUND', lookbackFrom: shownAt - 730 * 86_400, until },
  textVersion: '2026-01-01',
  text: '{"heading":"Ledger"}',
};

const consents = (db: Database) => db.selectFrom('consents').selectAll().execute();
const codes = (db: Database) => db.selectFrom('authorization_codes').selectAll().execute();
const decisions = (db: Database) => db.selectFrom('decisions').selectAll().execute();

function allowed(decision: Decision) {
  if (decision.outcome !== 'allowed') throw new Error(`not allowed but ${decision.outcome}`);
  return decision;
}

const redeem = (db: Database, code: string, at: number) =>
  takeAuthorizationCode(db, {
    codeHash: hashToken(code),
    now: at,
    accessTokenId: 'token',
    accessTokenExpiresAt: at + 900,
  });

describe('allowing', () => {
  it('records the request, the customer, the choice and the exact words', async () => {
    const db = await temporaryDatabase();
    const { consentId } = allowed(await allowConsent(db, ticketOf(), choice, now));
    expect(await consents(db)).toMatchObject([
      {
        id: consentId,
        client_id: 'ledger',
        provider_id: '1000',
        sub: 'camille',
        correlation_id: 'journey-1',
        clusters: '["ACCOUNT_BASIC","TRANSACTIONS"]',
        account_ids: '["acc-1"]',
        duration_type: 'TIME_BOUND',
        lookback_from: choice.period.lookbackFrom,
        language: 'fr',
        text_version: '2026-01-01',
        text_hash: 'hash-of-words',
        text: '{"heading":"Ledger"}',
        status: 'active',
        created_at: now,
        expires_at: until,
        ended_at: null,
      },
    ]);
  });

  it('K2 binds the code to client, redirect URI, challenge and consent', async () => {
    const db = await temporaryDatabase();
    const { code, consentId } = allowed(await allowConsent(db, ticketOf(), choice, now));
    expect(await findAuthorizationCode(db, hashToken(code))).toMatchObject({
      clientId: 'ledger',
      redirectUri: 'https://ledger.example/callback',
      codeChallenge: requestOf().codeChallenge,
      consent: { id: consentId, sub: 'camille', providerId: '1000', clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] },
    });
  });

  it('K1 gives a code of 256 bits that lives 60 seconds', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, ticketOf(), choice, now));
    expect(Buffer.from(code, 'base64url')).toHaveLength(32);
    expect(await redeem(db, code, now + 60)).toBe(false);
    expect(await redeem(db, code, now + 59)).toBe(true);
  });

  it('K1 stores neither the code nor the id of the ticket', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, ticketOf(), choice, now));
    const stored = JSON.stringify([await consents(db), await codes(db), await decisions(db)]);
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(ticketOf().id);
  });

  it('gives another code for another ticket', async () => {
    const db = await temporaryDatabase();
    const one = allowed(await allowConsent(db, ticketOf(), choice, now));
    const other = allowed(await allowConsent(db, ticketOf({ id: 'another id' }), choice, now));
    expect(other.code).not.toBe(one.code);
    expect(other.consentId).not.toBe(one.consentId);
  });

  it('ends a consent for once with the last token that its code can bring', async () => {
    const db = await temporaryDatabase();
    const once = { durationType: 'ONE_TIME', lookbackFrom: undefined, until: undefined } as const;
    await allowConsent(db, ticketOf(), { ...choice, period: once }, now);
    expect(await consents(db)).toMatchObject([{ duration_type: 'ONE_TIME', expires_at: now + 60 + 900 }]);
  });

  it('leaves nothing behind when the code cannot be stored', async () => {
    const db = await temporaryDatabase();
    await db.schema.dropTable('authorization_codes').execute();
    await expect(allowConsent(db, ticketOf(), choice, now)).rejects.toThrow();
    expect(await decisions(db)).toEqual([]);
    expect(await consents(db)).toEqual([]);
  });

  it('leaves nothing behind when the consent cannot be stored, and can be tried again', async () => {
    const db = await temporaryDatabase();
    await db.schema.alterTable('consents').renameTo('elsewhere').execute();
    await expect(allowConsent(db, ticketOf(), choice, now)).rejects.toThrow();
    await db.schema.alterTable('elsewhere').renameTo('consents').execute();
    expect(await decisions(db)).toEqual([]);
    expect(await allowConsent(db, ticketOf(), choice, now)).toMatchObject({ outcome: 'allowed' });
  });
});

describe('allowing again', () => {
  it('C11 gives the same code and the same consent while the code is unredeemed', async () => {
    const db = await temporaryDatabase();
    const first = await allowConsent(db, ticketOf(), choice, now);
    expect(await allowConsent(db, ticketOf(), choice, now + 59)).toEqual(first);
    expect(await consents(db)).toHaveLength(1);
    expect(await codes(db)).toHaveLength(1);
  });

  it('C11 does not prolong the code', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, ticketOf(), choice, now));
    await allowConsent(db, ticketOf(), choice, now + 50);
    expect(await redeem(db, code, now + 60)).toBe(false);
  });

  it('C10 does not add accounts to what was allowed first', async () => {
    const db = await temporaryDatabase();
    await allowConsent(db, ticketOf(), choice, now);
    await allowConsent(db, ticketOf(), { ...choice, accountIds: ['acc-1', 'acc-2'] }, now);
    expect(await consents(db)).toMatchObject([{ account_ids: '["acc-1"]' }]);
  });

  it('C11 is already answered once the code is redeemed', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, ticketOf(), choice, now));
    expect(await redeem(db, code, now + 1)).toBe(true);
    expect(await allowConsent(db, ticketOf(), choice, now + 2)).toEqual({ outcome: 'already-answered' });
    expect(await consents(db)).toHaveLength(1);
  });

  it('C11 is already answered once the code has expired', async () => {
    const db = await temporaryDatabase();
    await allowConsent(db, ticketOf(), choice, now);
    expect(await allowConsent(db, ticketOf(), choice, now + 60)).toEqual({ outcome: 'already-answered' });
  });

  it('C11 is already answered once the code is revoked', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, ticketOf(), choice, now));
    await revokeAuthorizationCode(db, hashToken(code), now);
    expect(await allowConsent(db, ticketOf(), choice, now)).toEqual({ outcome: 'already-answered' });
  });

  it('C11 twenty times at once is one consent and one code', async () => {
    const db = await temporaryDatabase();
    const all = await Promise.all(Array.from({ length: 20 }, () => allowConsent(db, ticketOf(), choice, now)));
    expect(new Set(all.map((decision) => allowed(decision).code)).size).toBe(1);
    expect(new Set(all.map((decision) => allowed(decision).consentId)).size).toBe(1);
    expect(await consents(db)).toHaveLength(1);
    expect(await codes(db)).toHaveLength(1);
  });
});

describe('denying', () => {
  it('C13 stores no consent and no code', async () => {
    const db = await temporaryDatabase();
    expect(await denyConsent(db, ticketOf(), now)).toEqual({ outcome: 'denied', withdrawn: [] });
    expect(await consents(db)).toEqual([]);
    expect(await codes(db)).toEqual([]);
  });

  it('C11 makes allowing the same page impossible', async () => {
    const db = await temporaryDatabase();
    await denyConsent(db, ticketOf(), now);
    expect(await allowConsent(db, ticketOf(), choice, now)).toEqual({ outcome: 'already-answered' });
    expect(await consents(db)).toEqual([]);
  });

  it('C11 can be repeated', async () => {
    const db = await temporaryDatabase();
    await denyConsent(db, ticketOf(), now);
    expect(await denyConsent(db, ticketOf(), now + 5)).toEqual({ outcome: 'denied', withdrawn: [] });
  });

  it('C11 after allowing withdraws the consent and kills its code', async () => {
    const db = await temporaryDatabase();
    const { code, consentId } = allowed(await allowConsent(db, ticketOf(), choice, now));
    expect(await denyConsent(db, ticketOf(), now + 5)).toEqual({ outcome: 'denied', withdrawn: [consentId] });
    expect(await consents(db)).toMatchObject([{ status: 'revoked', ended_at: now + 5 }]);
    expect(await decisions(db)).toMatchObject([{ outcome: 'denied', decided_at: now + 5 }]);
    expect(await redeem(db, code, now + 6)).toBe(false);
    expect(await allowConsent(db, ticketOf(), choice, now + 7)).toEqual({ outcome: 'already-answered' });
  });

  it('C11 after the code was redeemed withdraws the consent, and what was issued with it', async () => {
    const db = await temporaryDatabase();
    const { code, consentId } = allowed(await allowConsent(db, ticketOf(), choice, now));
    await redeem(db, code, now + 1);
    expect(await denyConsent(db, ticketOf(), now + 5)).toEqual({ outcome: 'denied', withdrawn: [consentId] });
    expect(await findAuthorizationCode(db, hashToken(code))).toMatchObject({
      isRevoked: true,
      consent: { isActive: false },
    });
  });

  it('C11 on a newer page of the same request and session withdraws too', async () => {
    const db = await temporaryDatabase();
    const { code, consentId } = allowed(await allowConsent(db, ticketOf(), choice, now));
    const request = requestOf({ language: 'en', correlationId: 'made-again' });
    const newer = ticketOf({ id: 'of the newer page', issuedAt: now + 3, wordsHash: 'other words', request });
    expect(await denyConsent(db, newer, now + 5)).toEqual({ outcome: 'denied', withdrawn: [consentId] });
    expect(await redeem(db, code, now + 6)).toBe(false);
    expect(await allowConsent(db, ticketOf(), choice, now + 7)).toEqual({ outcome: 'already-answered' });
  });

  it.each([
    ['of another session', { sessionHash: 'hash-of-session-2' }],
    ['of another recipient', { request: requestOf({ clientId: 'cashflow' }) }],
    ['with another state', { request: requestOf({ state: 'another' }) }],
    ['for other data', { request: requestOf({ scope: ['ACCOUNT_BASIC'] }) }],
    ['at another provider', { request: requestOf({ providerId: '2000' }) }],
  ])('C11 a page %s withdraws nothing', async (_, change) => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, ticketOf(), choice, now));
    expect(await denyConsent(db, ticketOf({ id: 'of another page', ...change }), now + 5)).toEqual({
      outcome: 'denied',
      withdrawn: [],
    });
    expect(await consents(db)).toMatchObject([{ status: 'active', ended_at: null }]);
    expect(await redeem(db, code, now + 6)).toBe(true);
  });

  it('C11 at the same moment as allowing leaves no code that works', async () => {
    const db = await temporaryDatabase();
    const [allow] = await Promise.all([
      allowConsent(db, ticketOf(), choice, now),
      denyConsent(db, ticketOf(), now),
      allowConsent(db, ticketOf(), choice, now),
    ]);
    expect((await consents(db)).filter(({ status }) => status === 'active')).toEqual([]);
    if (allow.outcome === 'allowed') expect(await redeem(db, allow.code, now)).toBe(false);
  });

  it('leaves the consent as it was when the code cannot be killed', async () => {
    const db = await temporaryDatabase();
    await allowConsent(db, ticketOf(), choice, now);
    await db.schema.dropTable('authorization_codes').execute();
    await expect(denyConsent(db, ticketOf(), now + 5)).rejects.toThrow();
    expect(await consents(db)).toMatchObject([{ status: 'active', ended_at: null }]);
    expect(await decisions(db)).toMatchObject([{ outcome: 'allowed' }]);
  });
});
