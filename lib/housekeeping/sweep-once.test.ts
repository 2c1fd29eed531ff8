import { describe, expect, it } from 'vitest';
import { storeConsent, storedAt } from '../../test/world/stored-consent.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import { verifyChains } from '../evidence/verify-chains.ts';
import { beginChain, listEvents } from '../storage/consent-events.ts';
import { findConsent } from '../storage/consents.ts';
import { findRefreshToken } from '../storage/refresh-tokens.ts';
import { removeOldRecords } from './retention.ts';
import { sweepLimit, sweepOnce } from './sweep-once.ts';

const now = storedAt;
const day = 86_400;

describe('a sweep', () => {
  it('marks what is over by time as expired, once, with an event, and takes its tokens', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db);
    await storeConsent(db, { id: 'later', expiresAt: now + 1 });
    expect(await sweepOnce(db, now)).toBe(1);
    expect(await sweepOnce(db, now)).toBe(0);
    expect(await findConsent(db, 'consent-1')).toMatchObject({ status: 'expired', endedAt: now, endedBy: 'accord' });
    expect(await findConsent(db, 'later')).toMatchObject({ status: 'active' });
    expect((await listEvents(db, 'consent-1')).map(({ type }) => type)).toEqual(['allowed', 'expired']);
    expect(await findRefreshToken(db, 'token of consent-1')).toBeUndefined();
    expect(await findRefreshToken(db, 'token of later')).toBeDefined();
    expect(await verifyChains(db)).toEqual({ outcome: 'whole', chains: 2, events: 3 });
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
          expires_at: now - 3600 + age,
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

describe('retention', () => {
  it('keeps every consent until its removal is asked for, and then removes those that ended before that day', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db);
    await storeConsent(db, { id: 'later', expiresAt: now + day });
    await storeConsent(db, { id: 'stopped', expiresAt: now + 300 * day });
    await withdrawConsent(db, 'stopped', { by: 'customer', reason: 'stopped' }, now - 60);
    const denied = { type: 'denied', actor: 'customer', detail: {} } as const;
    await beginChain(db, 'denied-then', [{ ...denied, happenedAt: now }]);
    await beginChain(db, 'denied-later', [{ ...denied, happenedAt: now + 1 }]);
    await sweepOnce(db, now + 2 * day);
    expect(await removeOldRecords(db, now + 1)).toBe(3);
    for (const id of ['consent-1', 'stopped', 'denied-then']) {
      expect(await findConsent(db, id)).toBeUndefined();
      expect(await listEvents(db, id)).toEqual([]);
    }
    expect(await findConsent(db, 'later')).toBeDefined();
    expect(await verifyChains(db)).toMatchObject({ outcome: 'whole', chains: 2 });
  });

  it('removes more than one batch holds, and never what is in force', async () => {
    const db = await temporaryDatabase();
    for (let index = 0; index < 450; index += 1) await storeConsent(db, { id: `c-${index}` });
    await storeConsent(db, { id: 'in-force', expiresAt: now + day });
    expect(await removeOldRecords(db, now + 1)).toBe(450);
    expect(await findConsent(db, 'in-force')).toBeDefined();
  });
});
