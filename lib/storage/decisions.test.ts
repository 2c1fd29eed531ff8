import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now, times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { findDecision, insertDecision, markDecisionDenied } from './decisions.ts';

onEachDatabase('a decision', ({ migrated }) => {
  const decision = { ticket_hash: 'ticket', outcome: 'allowed', consent_id: 'consent-1', decided_at: now } as const;

  it('is the first one on its ticket, whatever comes later', async () => {
    const { db } = await migrated();
    expect(await insertDecision(db, decision)).toBe(true);
    expect(await insertDecision(db, { ...decision, outcome: 'denied', consent_id: null })).toBe(false);
    expect(await findDecision(db, 'ticket')).toEqual(decision);
  });

  it('can be turned into a denial', async () => {
    const { db } = await migrated();
    await insertDecision(db, decision);
    await markDecisionDenied(db, 'ticket', now + 5);
    expect(await findDecision(db, 'ticket')).toMatchObject({ outcome: 'denied', decided_at: now + 5 });
  });

  it('is one when two connections decide at once', async () => {
    const { db, url } = await migrated();
    const other = connect(url);
    const first = await Promise.all(times(10).map((index) => insertDecision(index % 2 ? db : other, decision)));
    expect(first.filter(Boolean)).toHaveLength(1);
  });
});
