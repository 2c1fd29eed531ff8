import { describe, expect, it } from 'vitest';
import { allowed, choiceOf, answeredAt as now, takeCode } from '../../test/world/decision.ts';
import { shownRequest } from '../../test/world/shown-request.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { requestOf } from '../../test/world/ticket.ts';
import { hashToken } from '../keys/random-token.ts';
import { findAuthorizationCode, revokeAuthorizationCode } from '../storage/authorization-codes.ts';
import type { Database } from '../storage/database.ts';
import { allowConsent } from './allow.ts';

const consents = (db: Database) => db.selectFrom('consents').selectAll().execute();
const codes = (db: Database) => db.selectFrom('authorization_codes').selectAll().execute();
const decisions = (db: Database) => db.selectFrom('decisions').selectAll().execute();

describe('allowing', () => {
  it('records the request, the customer, the choice and the exact words', async () => {
    const db = await temporaryDatabase();
    const { consentId } = allowed(
      await allowConsent(db, { ...shownRequest(), textVersion: '2026-01-01' }, choiceOf(), now),
    );
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
        lookback_from: choiceOf().period.lookbackFrom,
        language: 'fr',
        text_version: '2026-01-01',
        text_hash: 'hash-of-words',
        text: '{"heading":"Ledger"}',
        status: 'active',
        created_at: now,
        expires_at: choiceOf().period.until,
        ended_at: null,
      },
    ]);
  });

  it('K2 binds the code to client, redirect URI, challenge and consent', async () => {
    const db = await temporaryDatabase();
    const { code, consentId } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    expect(await findAuthorizationCode(db, hashToken(code))).toMatchObject({
      clientId: 'ledger',
      redirectUri: 'https://ledger.example/callback',
      codeChallenge: requestOf().codeChallenge,
      consent: { id: consentId, sub: 'camille', providerId: '1000', clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] },
    });
  });

  it('K1 gives a code of 256 bits that lives 60 seconds', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    expect(Buffer.from(code, 'base64url')).toHaveLength(32);
    expect(await takeCode(db, code, now + 60)).toBe(false);
    expect(await takeCode(db, code, now + 59)).toBe(true);
  });

  it('K1 stores neither the code nor the id of the ticket', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    const stored = JSON.stringify([await consents(db), await codes(db), await decisions(db)]);
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(shownRequest().id);
  });

  it('gives another code for another ticket', async () => {
    const db = await temporaryDatabase();
    const one = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    const other = allowed(await allowConsent(db, shownRequest({ id: 'another id' }), choiceOf(), now));
    expect(other.code).not.toBe(one.code);
    expect(other.consentId).not.toBe(one.consentId);
  });

  it('ends a consent for once with the last token that its code can bring', async () => {
    const db = await temporaryDatabase();
    const once = { durationType: 'ONE_TIME', lookbackFrom: undefined, until: undefined } as const;
    await allowConsent(db, shownRequest(), choiceOf({ period: once }), now);
    expect(await consents(db)).toMatchObject([{ duration_type: 'ONE_TIME', expires_at: now + 60 + 900 }]);
  });

  it('leaves nothing behind when the code cannot be stored', async () => {
    const db = await temporaryDatabase();
    await db.schema.dropTable('authorization_codes').execute();
    await expect(allowConsent(db, shownRequest(), choiceOf(), now)).rejects.toThrow();
    expect(await decisions(db)).toEqual([]);
    expect(await consents(db)).toEqual([]);
  });

  it('leaves nothing behind when the consent cannot be stored, and can be tried again', async () => {
    const db = await temporaryDatabase();
    await db.schema.alterTable('consents').renameTo('elsewhere').execute();
    await expect(allowConsent(db, shownRequest(), choiceOf(), now)).rejects.toThrow();
    await db.schema.alterTable('elsewhere').renameTo('consents').execute();
    expect(await decisions(db)).toEqual([]);
    expect(await allowConsent(db, shownRequest(), choiceOf(), now)).toMatchObject({ outcome: 'allowed' });
  });
});

describe('allowing again', () => {
  it('C11 gives the same code and the same consent while the code is unredeemed', async () => {
    const db = await temporaryDatabase();
    const first = await allowConsent(db, shownRequest(), choiceOf(), now);
    expect(await allowConsent(db, shownRequest(), choiceOf(), now + 59)).toEqual(first);
    expect(await consents(db)).toHaveLength(1);
    expect(await codes(db)).toHaveLength(1);
  });

  it('C11 does not prolong the code', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    await allowConsent(db, shownRequest(), choiceOf(), now + 50);
    expect(await takeCode(db, code, now + 60)).toBe(false);
  });

  it('C10 does not add accounts to what was allowed first', async () => {
    const db = await temporaryDatabase();
    await allowConsent(db, shownRequest(), choiceOf(), now);
    await allowConsent(db, shownRequest(), choiceOf({ accountIds: ['acc-1', 'acc-2'] }), now);
    expect(await consents(db)).toMatchObject([{ account_ids: '["acc-1"]' }]);
  });

  it('C11 is already answered once the code is redeemed', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    expect(await takeCode(db, code, now + 1)).toBe(true);
    expect(await allowConsent(db, shownRequest(), choiceOf(), now + 2)).toEqual({ outcome: 'already-answered' });
    expect(await consents(db)).toHaveLength(1);
  });

  it('C11 is already answered once the code has expired', async () => {
    const db = await temporaryDatabase();
    await allowConsent(db, shownRequest(), choiceOf(), now);
    expect(await allowConsent(db, shownRequest(), choiceOf(), now + 60)).toEqual({ outcome: 'already-answered' });
  });

  it('C11 is already answered once the code is revoked', async () => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    await revokeAuthorizationCode(db, hashToken(code), now);
    expect(await allowConsent(db, shownRequest(), choiceOf(), now)).toEqual({ outcome: 'already-answered' });
  });

  it('C11 twenty times at once is one consent and one code', async () => {
    const db = await temporaryDatabase();
    const all = await Promise.all(Array.from({ length: 20 }, () => allowConsent(db, shownRequest(), choiceOf(), now)));
    expect(new Set(all.map((decision) => allowed(decision).code)).size).toBe(1);
    expect(new Set(all.map((decision) => allowed(decision).consentId)).size).toBe(1);
    expect(await consents(db)).toHaveLength(1);
    expect(await codes(db)).toHaveLength(1);
  });
});
