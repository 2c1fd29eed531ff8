import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now as noon } from '../../test/world/records.ts';
import { storeConsent } from '../../test/world/stored-consent.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import { verifyEvidence } from '../evidence/verify-evidence.ts';
import { hashToken } from '../keys/random-token.ts';
import { listEvents } from '../storage/consent-events.ts';
import type { Database } from '../storage/database.ts';
import { findRefreshTokenInUse, insertRefreshToken } from '../storage/refresh-tokens.ts';
import { recordRefresh } from './record-refresh.ts';

const [token, quarter, day] = ['a refresh token', 900, 86_400];
const midnight = noon - (noon % day);

/** Exchanges a token that is kept, each quarter of an hour of so many days. */
async function refreshForDays(db: Database, days: number): Promise<void> {
  for (let at = midnight; at < midnight + days * day; at += quarter) {
    const accessToken = { id: `token of ${at}`, expiresAt: at + quarter };
    const found = await findRefreshTokenInUse(db, hashToken(token));
    if (!found) throw new Error('there is no token');
    expect(await recordRefresh(db, found, { token, isKept: true, accessToken }, at)).toEqual({
      outcome: 'rotated',
      refreshToken: undefined,
    });
  }
}

onEachDatabase('the evidence of refreshes', ({ migrated }) => {
  it('C20 is the first of a day and the count, whole to its end', async () => {
    const { db } = await migrated();
    await storeConsent(db, { expiresAt: midnight + 10 * day });
    await insertRefreshToken(db, { tokenHash: hashToken(token), consentId: 'consent-1', createdAt: midnight });
    await refreshForDays(db, 2);
    await withdrawConsent(db, 'consent-1', { by: 'customer', reason: 'stopped' }, midnight + 2 * day);
    const events = await listEvents(db, 'consent-1');
    expect(events.map(({ type, happenedAt, detail }) => [type, happenedAt, detail.refreshes])).toEqual([
      ['allowed', noon - 86_400, undefined],
      ['token-refreshed', midnight, 1],
      ['token-refreshed', midnight + day, 97],
      ['withdrawn', midnight + 2 * day, 192],
    ]);
    expect(events[2]?.detail.accessTokenId).toBe(`token of ${midnight + day}`);
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', chains: 1, events: 4 });
  });
});
