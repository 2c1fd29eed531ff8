import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { session, times } from '../../test/world/records.ts';
import { changeAtOnce } from './change-at-once.ts';
import type { Database } from './database.ts';
import { insertSession } from './sessions.ts';

const renaming = (db: Database, idHash: string, from: string, to: string) =>
  ({
    query: db
      .updateTable('sessions')
      .set({ name: to })
      .where('id_hash', '=', idHash)
      .where('name', '=', from)
      .compile(),
    rows: 'one',
  }) as const;
const namesIn = async (db: Database) =>
  (await db.selectFrom('sessions').select('name').orderBy('id_hash').execute()).map(({ name }) => name);

onEachDatabase('changes at once', ({ migrated }) => {
  async function stored() {
    const { db } = await migrated();
    for (const idHash of ['a', 'b']) await insertSession(db, { ...session, idHash, name: 'first' });
    return db;
  }

  it('are all made where each row is as it was read', async () => {
    const db = await stored();
    const changes = [renaming(db, 'a', 'first', 'one'), renaming(db, 'b', 'first', 'two')];
    expect(await changeAtOnce(db, changes)).toBe(true);
    expect(await namesIn(db)).toEqual(['one', 'two']);
  });

  it('are none of them made where one row is not, whichever it is', async () => {
    const db = await stored();
    const good = renaming(db, 'a', 'first', 'one');
    const bad = renaming(db, 'b', 'another', 'two');
    for (const changes of [
      [good, bad],
      [bad, good],
    ])
      expect(await changeAtOnce(db, changes)).toBe(false);
    expect(await namesIn(db)).toEqual(['first', 'first']);
  });

  it('may be of any number of rows where that is said', async () => {
    const db = await stored();
    const query = db.updateTable('sessions').set({ name: 'all' }).where('name', '=', 'nobody').compile();
    expect(await changeAtOnce(db, [renaming(db, 'a', 'first', 'one'), { query, rows: 'any' }])).toBe(true);
    expect(await namesIn(db)).toEqual(['one', 'first']);
  });

  it('throw what is at fault, and change nothing', async () => {
    const db = await stored();
    const query = db
      .insertInto('settings')
      .values([
        { name: 'twice', value: '' },
        { name: 'twice', value: '' },
      ])
      .compile();
    const changes = [renaming(db, 'a', 'first', 'one'), { query, rows: 'any' } as const];
    await expect(changeAtOnce(db, changes)).rejects.toThrow();
    expect(await namesIn(db)).toEqual(['first', 'first']);
  });

  it('of many at once are one’s', async () => {
    const db = await stored();
    const attempts = times(32).map((index) =>
      changeAtOnce(db, [renaming(db, 'a', 'first', `${index}`), renaming(db, 'b', 'first', `${index}`)]),
    );
    expect((await Promise.all(attempts)).filter(Boolean)).toHaveLength(1);
    const [one, other] = await namesIn(db);
    expect(one).not.toBe('first');
    expect(one).toBe(other);
  });
});
