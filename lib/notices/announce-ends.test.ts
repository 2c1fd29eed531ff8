import { describe, expect, it } from 'vitest';
import { now } from '../../test/world/records.ts';
import { storeConsent } from '../../test/world/stored-consent.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import type { Database } from '../storage/database.ts';
import { listNotices } from '../storage/notice-log.ts';
import { announceEnds } from './announce-ends.ts';

const day = 86_400;
const toldOf = async (db: Database) =>
  (await listNotices(db, {}, 100))
    .filter(({ type, subscriber }) => type === 'CONSENT_EXPIRING' && subscriber.kind === 'recipient')
    .map(({ consentId }) => consentId)
    .sort();

describe('O21 the end of a consent', () => {
  it('is announced a week before, once, to its recipient and its bank', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db, { id: 'soon', createdAt: now - 90 * day, expiresAt: now + 7 * day });
    await storeConsent(db, { id: 'later', createdAt: now - 90 * day, expiresAt: now + 7 * day + 1 });
    await storeConsent(db, { id: 'short', createdAt: now, expiresAt: now + 7 * day });
    expect(await announceEnds(db, now, 10)).toBe(1);
    expect(await announceEnds(db, now, 10)).toBe(0);
    expect(await toldOf(db)).toEqual(['soon']);
    expect((await listNotices(db, { consentId: 'soon' }, 10)).map(({ subscriber }) => subscriber.id).sort()).toEqual([
      '1000',
      'ledger',
    ]);
    expect(await announceEnds(db, now + 1, 10)).toBe(1);
    expect(await toldOf(db)).toEqual(['later', 'soon']);
  });

  it('is not announced of a consent that has ended already', async () => {
    const db = await temporaryDatabase();
    await storeConsent(db, { id: 'ended', createdAt: now - 90 * day, expiresAt: now + day });
    await withdrawConsent(db, 'ended', { by: 'customer', reason: 'stopped' }, now);
    expect(await announceEnds(db, now, 10)).toBe(0);
    expect(await toldOf(db)).toEqual([]);
  });

  it('is announced of every consent, also where more end in one second than one round takes', async () => {
    const db = await temporaryDatabase();
    const ids = ['a', 'b', 'c', 'd', 'e'];
    for (const id of ids) await storeConsent(db, { id, createdAt: now - 90 * day, expiresAt: now + day });
    const rounds = [];
    do rounds.push(await announceEnds(db, now, 2));
    while (rounds.at(-1) === 2);
    expect(rounds).toEqual([2, 2, 1]);
    expect(await toldOf(db)).toEqual(ids);
  });
});
