import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now, times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { claimOnce } from './used-tokens.ts';

onEachDatabase('what is good once', ({ migrated }) => {
  it('T3 T10 is taken once of twenty at once over two connections', async () => {
    const { db, url } = await migrated();
    const other = connect(url);
    const taken = await Promise.all(
      times(20).map((index) => claimOnce(index % 2 ? db : other, ['dpop', 'key', 'jti'], now + 60)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await claimOnce(db, ['dpop', 'key', 'another'], now + 60)).toBe(true);
  });
});
