import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now } from '../../test/world/records.ts';
import { insertRevokedAccessToken, isRevokedAccessToken } from './revoked-access-tokens.ts';

onEachDatabase('a revoked access token', ({ migrated }) => {
  it('is known, and revoked once', async () => {
    const { db } = await migrated();
    expect(await isRevokedAccessToken(db, 'token-1')).toBe(false);
    expect(await insertRevokedAccessToken(db, 'token-1', now)).toBe(true);
    expect(await insertRevokedAccessToken(db, 'token-1', now)).toBe(false);
    expect(await isRevokedAccessToken(db, 'token-1')).toBe(true);
  });
});
