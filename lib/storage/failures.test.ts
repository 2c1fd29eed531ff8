import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { race } from '../../test/world/race.ts';
import { times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { FailureLimiter } from './failures.ts';

onEachDatabase('failures', ({ migrated }) => {
  const limit = { points: 10, duration: 300, keyPrefix: 'sign-in' };
  const isCounted = (limiter: FailureLimiter, who = 'camille') =>
    limiter.consume(who).then(
      () => true,
      (fault) => {
        if (fault instanceof Error) throw fault;
        return false;
      },
    );

  it('T13 stop counting at the limit', async () => {
    const { db } = await migrated();
    const limiter = new FailureLimiter(db, limit);
    const counted: boolean[] = [];
    for (const _ of times(11)) counted.push(await isCounted(limiter));
    expect(counted).toEqual([...times(10).map(() => true), false]);
    expect(await isCounted(limiter, 'noah'), 'of another subject').toBe(true);
  });

  it('T13 hold the limit under thirty attempts at once over two connections', async () => {
    const { db, url } = await migrated();
    const limiters = [db, connect(url)].map((one) => new FailureLimiter(one, limit));
    const counted = await Promise.all(times(30).map((index) => isCounted(limiters[index % 2] as FailureLimiter)));
    expect(counted.filter(Boolean)).toHaveLength(10);
  });

  it('T13 hold the limit under thirty attempts at once in three processes', async () => {
    const { url } = await migrated();
    const script = `
      import { openDatabase } from '#lib/storage/database.ts';
      import { FailureLimiter } from '#lib/storage/failures.ts';
      const db = openDatabase(process.env.TEST_DATABASE);
      const limiter = new FailureLimiter(db, ${JSON.stringify(limit)});
      await start();
      const counted = await Promise.all(
        Array.from({ length: 10 }, () => limiter.consume('camille').then(() => true, () => false)));
      console.log(counted.filter(Boolean).length);
      await db.destroy();`;
    const counted = await race(3, script, { TEST_DATABASE: url });
    const sum = counted.flat().map(Number);
    expect(sum.reduce((total, count) => total + count, 0)).toBe(10);
  });

  it('are told without being counted, and forgotten for the one who has proved themselves', async () => {
    const { db } = await migrated();
    const limiter = new FailureLimiter(db, limit);
    await limiter.penalty('camille');
    await limiter.penalty('camille');
    expect(await limiter.get('camille')).toMatchObject({ consumedPoints: 2, remainingPoints: 8 });
    await limiter.delete('camille');
    expect(await limiter.get('camille')).toBeNull();
  });
});
