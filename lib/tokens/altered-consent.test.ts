import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { code, consent, now } from '../../test/world/records.ts';
import { storeConsent } from '../../test/world/stored-consent.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import { hashToken } from '../keys/random-token.ts';
import { insertAuthorizationCode } from '../storage/authorization-codes.ts';
import { listActiveConsents } from '../storage/consent-lists.ts';
import { findConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { insertRefreshToken } from '../storage/refresh-tokens.ts';
import { redeemAuthorizationCode } from './redeem.ts';
import { refreshAccess } from './refresh.ts';

async function given(db: Database): Promise<void> {
  await storeConsent(db, { expiresAt: now + 86_400 });
  await insertRefreshToken(db, { tokenHash: hashToken('refresh'), consentId: consent.id, createdAt: now });
  await insertAuthorizationCode(db, { ...code, codeHash: hashToken('code') });
}

const refresh = (db: Database) =>
  refreshAccess(
    db,
    { grantType: 'refresh_token', refreshToken: 'refresh', scope: undefined },
    { clientId: consent.clientId, isPublic: false, keepsRefreshTokens: false },
    now,
  );
const redeem = (db: Database) =>
  redeemAuthorizationCode(
    db,
    { grantType: 'authorization_code', code: 'code', redirectUri: code.redirectUri, codeVerifier: undefined },
    { clientId: consent.clientId },
    now,
  );

const changes = {
  clusters: `'["ACCOUNT_BASIC","CUSTOMER_PERSONAL"]'`,
  account_ids: `'["acc-1","acc-2"]'`,
  sub: "'noah'",
  expires_at: String(now + 300 * 86_400),
  event_head: "'x'",
  mac: "''",
};

onEachDatabase('a consent that was changed beside this server', ({ migrated }) => {
  it.each(Object.entries(changes))(
    'O20 brings no token, and is no consent, when its %s is another',
    async (column, value) => {
      const { db } = await migrated();
      await given(db);
      await sql.raw(`update consents set ${column} = ${value}`).execute(db);
      expect(await refresh(db)).toMatchObject({ outcome: 'refused', reason: 'unknown-refresh-token' });
      expect(await redeem(db)).toMatchObject({ outcome: 'refused', reason: 'unknown-code' });
      expect(await findConsent(db, consent.id)).toBeUndefined();
      expect(await listActiveConsents(db, { providerId: consent.providerId, sub: 'noah' }, now)).toEqual([]);
      expect(await listActiveConsents(db, consent, now)).toEqual([]);
      // Nothing is written either that would make it look like ours again.
      expect(await withdrawConsent(db, consent.id, { by: 'customer', reason: 'stopped' }, now)).toEqual({
        outcome: 'unknown',
      });
    },
  );

  it('O20 brings tokens as long as it is not', async () => {
    const { db } = await migrated();
    await given(db);
    expect(await redeem(db)).toMatchObject({ outcome: 'issued' });
    expect(await refresh(db)).toMatchObject({ outcome: 'issued' });
  });
});
