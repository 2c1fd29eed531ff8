import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { event, now, times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { beginChain, listEvents, recordOnce } from './consent-events.ts';
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

  it('O15 without a consent is written once, also by two connections at the same moment', async () => {
    const { db, url } = await migrated();
    const other = connect(url);
    const denied = (index: number) => ({ ...event, type: 'denied', happenedAt: now + index }) as const;
    await recordOnce(db, 'denial-1', denied(0));
    await Promise.all(times(10).map((index) => recordOnce(index % 2 ? db : other, 'denial-2', denied(index))));
    await recordOnce(other, 'denial-1', denied(5));
    expect(await listEvents(db, 'denial-1')).toMatchObject([{ number: 1, happenedAt: now }]);
    expect(await listEvents(db, 'denial-2')).toHaveLength(1);
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
