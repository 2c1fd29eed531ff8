import { describe, expect, it } from 'vitest';
import { storeConsent, storedAt } from '../../test/world/stored-consent.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import { verifyEvidence } from '../evidence/verify-evidence.ts';
import { listEvents, recordOnce } from '../storage/consent-events.ts';
import { findConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { findRefreshToken, rotateRefreshToken } from '../storage/refresh-tokens.ts';
import { removeOldRecords } from './retention.ts';
import { sweepAll } from './start-housekeeping.ts';
import { sweepLimit, sweepOnce } from './sweep-once.ts';

const now = storedAt;
const day = 86_400;
const always = () => true;

describe('a sweep', () => {
  it('marks what is over by time as expired, once, with an event', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db);
    await storeConsent(db, { id: 'later', expiresAt: now + 1 });
    expect(await sweepOnce(db, now)).toBe(1);
    expect(await sweepOnce(db, now)).toBe(0);
    expect(await findConsent(db, 'consent-1')).toMatchObject({ status: 'expired', endedAt: now, endedBy: 'accord' });
    expect(await findConsent(db, 'later')).toMatchObject({ status: 'active' });
    expect((await listEvents(db, 'consent-1')).map(({ type }) => type)).toEqual(['allowed', 'expired']);
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', chains: 2, events: 3 });
  });

  it('takes what is over and leaves what is not, of every kind', async () => {
    const db = await temporaryDatabase();
    const session = { provider_id: '1', sub: 's', name: 'n', accounts: '[]', authenticated_at: 0, id_token: null };
    const code = {
      consent_id: 'c',
      client_id: 'l',
      redirect_uri: 'r',
      code_challenge: null,
      created_at: 0,
      consumed_at: null,
      access_token_id: null,
      access_token_expires_at: null,
      revoked_at: null,
    };
    for (const [id, age] of [
      ['old', 0],
      ['new', 1],
    ] as const) {
      await db
        .insertInto('sessions')
        .values({ ...session, id_hash: id, expires_at: now + age })
        .execute();
      await db
        .insertInto('authorization_codes')
        .values({ ...code, code_hash: id, expires_at: now - day + age })
        .execute();
      const decision = { ticket_hash: id, outcome: 'denied' as const, consent_id: null, decided_at: now - 3600 + age };
      await db.insertInto('decisions').values(decision).execute();
      await db
        .insertInto('revoked_access_tokens')
        .values({ token_id: id, expires_at: now + age })
        .execute();
      await db
        .insertInto('failures')
        .values({ key: id, points: 1, expires_at: now + age })
        .execute();
      await db
        .insertInto('used_tokens')
        .values({ id, expires_at: now - 60 + age })
        .execute();
      await db
        .insertInto('pushed_requests')
        .values({
          request_uri_hash: id,
          client_id: 'c',
          parameters: '',
          created_at: 0,
          expires_at: now - 2400 + age,
          answered_by: null,
        })
        .execute();
      const token = {
        token_hash: id,
        consent_id: 'c',
        created_at: 0,
        rotated_at: now - 7 * day + age,
        successor_hash: 'x',
        dpop_jkt: null,
      };
      await db.insertInto('refresh_tokens').values(token).execute();
    }
    expect(await sweepOnce(db, now)).toBe(8);
    expect(await db.selectFrom('sessions').select('id_hash').execute()).toEqual([{ id_hash: 'new' }]);
    expect(await db.selectFrom('authorization_codes').select('code_hash').execute()).toEqual([{ code_hash: 'new' }]);
    expect(await db.selectFrom('decisions').select('ticket_hash').execute()).toEqual([{ ticket_hash: 'new' }]);
    expect(await db.selectFrom('refresh_tokens').select('token_hash').execute()).toEqual([{ token_hash: 'new' }]);
    expect(await sweepOnce(db, now)).toBe(0);
  });

  it('takes a batch at a time', async () => {
    const db = await temporaryDatabase();
    const rows = Array.from({ length: sweepLimit + 50 }, (_, index) => ({ token_id: String(index), expires_at: now }));
    await db.insertInto('revoked_access_tokens').values(rows).execute();
    expect([await sweepOnce(db, now), await sweepOnce(db, now), await sweepOnce(db, now)]).toEqual([sweepLimit, 50, 0]);
  });
});

describe('a clock that was wrong', () => {
  const year = 365 * day;
  const typesOf = async (db: Database, id: string) => (await listEvents(db, id)).map(({ type }) => type);

  it('O18 has ended nothing once it is set right: consents and refresh tokens go on as before', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db, { id: 'in-force', expiresAt: now + 300 * day });
    await storeConsent(db, { id: 'over', expiresAt: now });
    const rotation = { tokenHash: 'token of in-force', successorHash: 'next', consentId: 'in-force', now };
    await rotateRefreshToken(db, rotation);
    await sweepOnce(db, now);
    await sweepOnce(db, now + year);
    await sweepOnce(db, now + year + 6 * day);
    expect(await findConsent(db, 'in-force')).toMatchObject({ status: 'expired' });

    await sweepOnce(db, now + 60);
    expect(await findConsent(db, 'in-force')).toMatchObject({ status: 'active', endedAt: undefined });
    expect(await findRefreshToken(db, 'next')).toMatchObject({ rotatedAt: undefined });
    expect(await typesOf(db, 'in-force')).toEqual(['allowed', 'expired', 'restored']);
    expect(await findConsent(db, 'over')).toMatchObject({ status: 'expired', endedAt: now });
    expect(await typesOf(db, 'over')).toEqual(['allowed', 'expired']);
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole' });
  });

  it('O18 has more than one batch put right', async () => {
    const db = await temporaryDatabase();
    for (let index = 0; index < sweepLimit + 5; index += 1)
      await storeConsent(db, { id: `c-${index}`, expiresAt: now + day });
    await sweepAll(db, () => now + year, always);
    await sweepAll(db, () => now, always);
    const active = await db.selectFrom('consents').select('id').where('status', '=', 'active').execute();
    expect(active).toHaveLength(sweepLimit + 5);
  });

  it('O18 of an instance that is a little behind brings nothing back', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db);
    await sweepOnce(db, now);
    await sweepOnce(db, now - 50);
    expect(await findConsent(db, 'consent-1')).toMatchObject({ status: 'expired' });
  });

  it('O18 leaves the refresh tokens of a week to come back for, and no longer', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db);
    await sweepOnce(db, now);
    await sweepOnce(db, now + 7 * day - 1);
    expect(await findRefreshToken(db, 'token of consent-1')).toBeDefined();
    await sweepOnce(db, now + 7 * day);
    expect(await findRefreshToken(db, 'token of consent-1')).toBeUndefined();
  });
});

describe('a round of housekeeping', () => {
  const rows = Array.from({ length: 3 * sweepLimit }, (_, index) => ({ token_id: String(index), expires_at: now }));

  it('O15 sweeps until nothing is left', async () => {
    const db = await temporaryDatabase();
    await db.insertInto('revoked_access_tokens').values(rows).execute();
    expect(await sweepAll(db, () => now, always)).toBeUndefined();
    expect(await db.selectFrom('revoked_access_tokens').selectAll().execute()).toEqual([]);
  });

  it('O18 takes nothing while the clock is in doubt, and says so', async () => {
    const db = await temporaryDatabase();
    await db.insertInto('revoked_access_tokens').values(rows).execute();
    const never = () => false;
    expect(await sweepAll(db, () => now, never)).toBe('the clock of this machine was set');
    expect(await db.selectFrom('revoked_access_tokens').selectAll().execute()).toHaveLength(rows.length);
  });
});

describe('retention', () => {
  it('keeps every consent until its removal is asked for, and then removes those that ended before that day', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db);
    await storeConsent(db, { id: 'later', expiresAt: now + day });
    await storeConsent(db, { id: 'stopped', expiresAt: now + 300 * day });
    await withdrawConsent(db, 'stopped', { by: 'customer', reason: 'stopped' }, now - 60);
    const denied = { type: 'denied', actor: 'customer', detail: {} } as const;
    await recordOnce(db, 'denied-then', { ...denied, happenedAt: now });
    await recordOnce(db, 'denied-later', { ...denied, happenedAt: now + 1 });
    await sweepOnce(db, now + 2 * day);
    expect(await removeOldRecords(db, now + 1)).toBe(3);
    for (const id of ['consent-1', 'stopped', 'denied-then']) {
      expect(await findConsent(db, id)).toBeUndefined();
      expect(await listEvents(db, id)).toEqual([]);
    }
    expect(await findConsent(db, 'later')).toBeDefined();
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', chains: 2 });
  });

  it('removes more than one batch holds, and never what is in force', async () => {
    const db = await temporaryDatabase();
    for (let index = 0; index < 450; index += 1) await storeConsent(db, { id: `c-${index}` });
    await storeConsent(db, { id: 'in-force', expiresAt: now + day });
    expect(await removeOldRecords(db, now + 1)).toBe(450);
    expect(await findConsent(db, 'in-force')).toBeDefined();
  });
});
