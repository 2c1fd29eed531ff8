import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { race } from '../../test/world/race.ts';
import { now, session, times } from '../../test/world/records.ts';
import { migrate } from './database.ts';
import { findSession, insertSession } from './sessions.ts';

onEachDatabase('migrations', ({ migrated, newUrl }) => {
  it('can be applied twice, and keep what is stored', async () => {
    const { db } = await migrated();
    await insertSession(db, session);
    await migrate(db);
    expect(await findSession(db, 'session-hash', now)).toEqual(session);
  });

  it('can be applied by four processes that start together on one new database, time after time', {
    timeout: 60_000,
  }, async () => {
    const script = `
      import { migrate, openDatabase } from '#lib/storage/database.ts';
      import { getOrCreateSetting } from '#lib/storage/settings.ts';
      for (const url of ${JSON.stringify(await Promise.all(times(20).map(newUrl)))}) {
        await start();
        const db = openDatabase(url);
        await migrate(db);
        console.log(await getOrCreateSetting(db, 'first', String(process.pid)));
        await db.destroy();
      }`;
    const [winners, ...others] = await race(4, script);
    expect(winners).toHaveLength(20);
    for (const other of others) expect(other).toEqual(winners);
  });
});
