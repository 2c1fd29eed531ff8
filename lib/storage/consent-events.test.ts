import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { event, now, times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { beginChain, listEvents, listEventsAfter, recordOnce } from './consent-events.ts';

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

  it('is read in pieces, chain after chain', async () => {
    const { db } = await migrated();
    for (const id of ['b', 'a', 'c']) await beginChain(db, id, [event, event, event]);
    const read: string[] = [];
    let place = { consentId: '', number: 0 };
    for (;;) {
      const piece = await listEventsAfter(db, place, 2);
      read.push(...piece.map(({ consentId, number }) => `${consentId}${number}`));
      const last = piece.at(-1);
      if (!last) break;
      place = last;
    }
    expect(read).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3']);
  });
});
