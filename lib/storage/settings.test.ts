import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { getOrCreateSetting } from './settings.ts';

onEachDatabase('a setting', ({ migrated }) => {
  it('is the first that was proposed, also on another connection', async () => {
    const { db, url } = await migrated();
    expect(await getOrCreateSetting(db, 'salt', 'first')).toBe('first');
    expect(await getOrCreateSetting(connect(url), 'salt', 'second')).toBe('first');
    expect(await getOrCreateSetting(db, 'other', 'third')).toBe('third');
  });

  it('is one when many propose at once over two connections', async () => {
    const { db, url } = await migrated();
    const other = connect(url);
    const settled = await Promise.all(
      times(10).map((index) => getOrCreateSetting(index % 2 ? db : other, 'salt', `salt-${index}`)),
    );
    expect(new Set(settled).size).toBe(1);
  });
});
