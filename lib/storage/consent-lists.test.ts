import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { consent, now, times } from '../../test/world/records.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import {
  listActiveConsents,
  listConsentsOfRequest,
  listConsentsToRecipient,
  listEndedConsents,
} from './consent-lists.ts';
import { insertConsent } from './consents.ts';

onEachDatabase('a consent', ({ migrated }) => {
  const ids = (listed: { id: string }[]) => listed.map(({ id }) => id);

  it('C11 is listed with its request while it is active, and no other with it', async () => {
    const { db } = await migrated();
    await insertConsent(db, { ...consent, id: 'consent-2' });
    await insertConsent(db, consent);
    await insertConsent(db, { ...consent, id: 'consent-3', requestHash: 'request-2' });
    expect(await listConsentsOfRequest(db, 'request-1')).toEqual(['consent-1', 'consent-2']);
    await withdrawConsent(db, 'consent-1', { by: 'customer', reason: 'stopped' }, now + 5);
    expect(await listConsentsOfRequest(db, 'request-1')).toEqual(['consent-2']);
  });

  it('is listed for its customer at its provider alone, what is in force apart from what has ended', async () => {
    const { db } = await migrated();
    for (const index of times(4)) await insertConsent(db, { ...consent, id: `c-${index}`, createdAt: now + index });
    await insertConsent(db, { ...consent, id: 'over', expiresAt: now + 10 });
    await insertConsent(db, { ...consent, id: 'of-another', sub: 'noah' });
    await insertConsent(db, { ...consent, id: 'elsewhere', providerId: '2000' });
    await withdrawConsent(db, 'c-2', { by: 'customer', reason: 'stopped' }, now + 5);
    expect(ids(await listActiveConsents(db, consent, now + 10))).toEqual(['c-3', 'c-1', 'c-0']);
    expect(ids(await listEndedConsents(db, consent, { now: now + 10, limit: 9 }))).toEqual(['c-2', 'over']);
  });

  it('is listed page by page when it has ended, also when many ended at one moment', async () => {
    const { db } = await migrated();
    for (const index of times(5)) await insertConsent(db, { ...consent, id: `c-${index}`, expiresAt: now });
    const first = await listEndedConsents(db, consent, { now, limit: 3 });
    const rest = await listEndedConsents(db, consent, { now, limit: 3, after: first.at(-1) });
    expect([ids(first), ids(rest)]).toEqual([
      ['c-0', 'c-1', 'c-2'],
      ['c-3', 'c-4'],
    ]);
  });

  it('is listed for its recipient when it is lasting and in force', async () => {
    const { db } = await migrated();
    await insertConsent(db, consent);
    await insertConsent(db, { ...consent, id: 'once', durationType: 'ONE_TIME' });
    await insertConsent(db, { ...consent, id: 'over', expiresAt: now });
    await insertConsent(db, { ...consent, id: 'of-another', clientId: 'cashflow' });
    expect(ids(await listConsentsToRecipient(db, consent, now))).toEqual(['consent-1']);
  });
});
