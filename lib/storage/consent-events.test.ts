import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { event, now, times } from '../../test/world/records.ts';
import { beginChain, listEvents } from './consent-events.ts';
import { openEvents } from './evidence-pages.ts';

onEachDatabase('a chain of events', ({ migrated }) => {
  it('is read as it was written', async () => {
    const { db } = await migrated();
    await beginChain(db, 'consent-1', [event, { ...event, type: 'denied', actor: 'customer' }]);
    expect(await listEvents(db, 'consent-1')).toMatchObject([
      {
        consentId: 'consent-1',
        number: 1,
        type: 'used',
        actor: 'provider',
        happenedAt: now,
        detail: { by: 'été' },
      },
      { number: 2, type: 'denied', actor: 'customer' },
    ]);
  });

  it('is read one event after the other, chain after chain', async () => {
    const { db } = await migrated();
    const many = times(1500).map(() => event);
    for (const id of ['b', 'a', 'c']) await beginChain(db, id, many);
    const read: string[] = [];
    for (const cursor = await openEvents(db); cursor.current; await cursor.advance())
      read.push(`${cursor.current.consent_id}${cursor.current.number}`);
    expect(read).toEqual(['a', 'b', 'c'].flatMap((id) => times(1500).map((index) => `${id}${index + 1}`)));
  });
});
