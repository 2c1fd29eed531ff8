import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now } from '../../test/world/records.ts';
import { insertSigningKey, listSigningKeys } from './signing-keys.ts';

onEachDatabase('signing keys', ({ migrated }) => {
  const key = { kid: 'key-1', sealed_key: 'sealed', public_jwk: '{}', created_at: now };

  it('are listed, the newest first', async () => {
    const { db } = await migrated();
    await insertSigningKey(db, key);
    await insertSigningKey(db, { ...key, kid: 'key-2', created_at: now + 1 });
    expect(await listSigningKeys(db)).toEqual([{ ...key, kid: 'key-2', created_at: now + 1 }, key]);
  });

  it('of one second are listed in the same order everywhere', async () => {
    const { db } = await migrated();
    for (const kid of ['b', 'c', 'a']) await insertSigningKey(db, { ...key, kid });
    expect((await listSigningKeys(db)).map(({ kid }) => kid)).toEqual(['a', 'b', 'c']);
  });
});
