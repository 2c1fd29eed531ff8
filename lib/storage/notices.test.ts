import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now } from '../../test/world/records.ts';
import type { Database } from './database.ts';
import { listNotices, retryNotice } from './notice-log.ts';
import { claimNotice, insertNotices, listDueNotices, type NewNotice, postponeNotice, settleNotice } from './notices.ts';

const notice: NewNotice = {
  subscriber: { kind: 'recipient', id: 'ledger' },
  consentId: 'consent-1',
  number: 3,
  type: 'CONSENT_REVOKED',
  detail: { reason: 'stopped' },
  createdAt: now,
};

onEachDatabase('notices', ({ migrated }) => {
  const due = async (db: Database, at = now) => (await listDueNotices(db, at, 10)).map(({ number }) => number);
  const first = async (db: Database, at = now) => {
    const [found] = await listDueNotices(db, at, 1);
    if (!found) throw new Error('nothing is due');
    return found;
  };

  it('O21 are put by once, however often', async () => {
    const { db } = await migrated();
    await insertNotices(db, [notice]);
    await insertNotices(db, [notice, { ...notice, subscriber: { kind: 'provider', id: '1000' } }]);
    expect(await listNotices(db, {}, 10)).toHaveLength(2);
    await insertNotices(db, []);
  });

  it('O21 of one consent come one after the other to a subscriber, and wait for nobody else', async () => {
    const { db } = await migrated();
    await insertNotices(db, [notice, { ...notice, number: 4 }, { ...notice, consentId: 'another', number: 9 }]);
    await insertNotices(db, [{ ...notice, subscriber: { kind: 'provider', id: '1000' }, number: 5 }]);
    expect((await due(db)).sort()).toEqual([3, 5, 9]);
    const [earliest] = (await listDueNotices(db, now, 10)).filter(({ number }) => number === 3);
    if (!earliest) throw new Error('nothing is due');
    await claimNotice(db, earliest, now + 60);
    expect((await due(db)).sort()).toEqual([5, 9]);
    await settleNotice(db, earliest.id, { at: now, outcome: 'delivered' });
    expect((await due(db)).sort()).toEqual([4, 5, 9]);
  });

  it('O21 are taken for an attempt by one process of many', async () => {
    const { db } = await migrated();
    await insertNotices(db, [notice]);
    const found = await first(db);
    const taken = await Promise.all(Array.from({ length: 8 }, () => claimNotice(db, found, now + 60)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await due(db)).toEqual([]);
    // Whoever took it has died: after its time it is due again.
    expect(await due(db, now + 60)).toEqual([3]);
  });

  it('O21 that failed are due later, and one that was given up can be tried again', async () => {
    const { db } = await migrated();
    await insertNotices(db, [notice]);
    const { id } = await first(db);
    await postponeNotice(db, id, { until: now + 2, fault: 'it answered 500' });
    expect(await due(db, now + 1)).toEqual([]);
    expect(await first(db, now + 2)).toMatchObject({ fault: 'it answered 500' });
    expect(await retryNotice(db, id, now)).toBe(false);
    await settleNotice(db, id, { at: now, outcome: 'given-up', fault: 'it answered 500' });
    expect(await due(db, now + 86_400)).toEqual([]);
    expect(await listNotices(db, { isGivenUp: true, subscriberId: 'ledger', consentId: 'consent-1' }, 10)).toHaveLength(
      1,
    );
    expect(await listNotices(db, { isOpen: true }, 10)).toEqual([]);
    expect(await retryNotice(db, id, now)).toBe(true);
    expect(await first(db)).toMatchObject({ id, attempts: 0 });
  });
});
