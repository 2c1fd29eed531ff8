import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now } from '../../test/world/records.ts';
import { findRefreshToken, insertRefreshToken, moveRefreshTokens, rotateRefreshToken } from './refresh-tokens.ts';

onEachDatabase('a refresh token', ({ migrated }) => {
  const token = { tokenHash: 'refresh-hash', consentId: 'consent-1', createdAt: now };
  const rotation = { tokenHash: 'refresh-hash', successorHash: 'next-hash', consentId: 'consent-1', now: now + 9 };

  it('is found until and after it is rotated, with its successor', async () => {
    const { db } = await migrated();
    await insertRefreshToken(db, token);
    expect(await findRefreshToken(db, 'refresh-hash')).toEqual({
      tokenHash: 'refresh-hash',
      consentId: 'consent-1',
    });
    expect(await rotateRefreshToken(db, rotation)).toBe(true);
    expect(await findRefreshToken(db, 'refresh-hash')).toMatchObject({
      rotatedAt: now + 9,
      successorHash: 'next-hash',
    });
    expect(await findRefreshToken(db, 'next-hash')).toEqual({ tokenHash: 'next-hash', consentId: 'consent-1' });
  });

  it('T11 is rotated once', async () => {
    const { db } = await migrated();
    await insertRefreshToken(db, token);
    await rotateRefreshToken(db, rotation);
    expect(await rotateRefreshToken(db, { ...rotation, successorHash: 'other-hash' })).toBe(false);
    expect(await findRefreshToken(db, 'other-hash')).toBeUndefined();
  });

  it('goes on for the consent in whose favour its own has ended', async () => {
    const { db } = await migrated();
    await insertRefreshToken(db, token);
    await moveRefreshTokens(db, 'consent-1', 'consent-2');
    expect(await findRefreshToken(db, 'refresh-hash')).toMatchObject({ consentId: 'consent-2' });
  });
});
