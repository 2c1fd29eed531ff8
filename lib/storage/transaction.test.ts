import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { consent, event } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { changeConsent } from './consent-changes.ts';
import { listEvents } from './consent-events.ts';
import { findConsent, insertConsent, lockConsent, type StoredConsent } from './consents.ts';
import { inTransaction } from './transaction.ts';

onEachDatabase('a transaction', ({ migrated, name }) => {
  it('that stands in another’s way is undone and done again, once', async () => {
    const { db } = await migrated();
    for (const id of ['first', 'second']) await insertConsent(db, { ...consent, id });
    let runs = 0;
    const crossing = (ids: string[], wait: Promise<void>, go: () => void) =>
      inTransaction(db, async (transaction) => {
        runs += 1;
        const consents: StoredConsent[] = [];
        for (const [index, id] of ids.entries()) {
          const locked = await lockConsent(transaction, id);
          if (locked) consents.push(locked);
          go();
          // Each has its first consent before either asks for its second.
          if (index === 0 && name === 'PostgreSQL') await wait;
        }
        for (const each of consents) await changeConsent(transaction, each, {}, event);
      });
    const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await Promise.all([
      crossing(['first', 'second'], other.promise, one.resolve),
      crossing(['second', 'first'], one.promise, other.resolve),
    ]);
    // SQLite lets one writer in at a time: there nothing crosses.
    expect(runs).toBe(name === 'PostgreSQL' ? 3 : 2);
    for (const id of ['first', 'second']) expect(await listEvents(db, id)).toHaveLength(2);
  });

  it('that fails for another reason is not done again', async () => {
    const { db } = await migrated();
    let runs = 0;
    const failing = inTransaction(db, async (transaction) => {
      runs += 1;
      await insertConsent(transaction, consent);
      await insertConsent(transaction, consent);
    });
    await expect(failing).rejects.toThrow();
    expect(runs).toBe(1);
    expect(await findConsent(db, 'consent-1')).toBeUndefined();
  });

  it('is whole or not at all', async () => {
    const { db } = await migrated();
    const doubled = db.transaction().execute(async (transaction) => {
      await insertConsent(transaction, consent);
      await insertConsent(transaction, consent);
    });
    await expect(doubled).rejects.toThrow();
    expect(await db.selectFrom('consents').select('id').execute()).toEqual([]);
  });

  it('is not seen by another connection until it is done', async () => {
    const { db, url } = await migrated();
    const other = connect(url);
    await db.transaction().execute(async (transaction) => {
      await insertConsent(transaction, consent);
      expect(await other.selectFrom('consents').select('id').execute()).toEqual([]);
    });
    expect(await other.selectFrom('consents').select('id').execute()).toEqual([{ id: 'consent-1' }]);
  });
});
