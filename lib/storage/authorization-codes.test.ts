import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { race } from '../../test/world/race.ts';
import { code, consent, now, times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import {
  findAuthorizationCode,
  insertAuthorizationCode,
  isRedeemable,
  type NewAuthorizationCode,
  revokeAuthorizationCode,
  revokeCodesOfConsents,
  takeAuthorizationCode,
} from './authorization-codes.ts';
import { insertConsent } from './consents.ts';

const taking = { codeHash: 'code-hash', now: now + 1, accessTokenId: 'token-1', accessTokenExpiresAt: now + 901 };

onEachDatabase('an authorization code', ({ migrated }) => {
  async function withCode(change: Partial<NewAuthorizationCode> = {}) {
    const opened = await migrated();
    await insertConsent(opened.db, consent);
    await insertAuthorizationCode(opened.db, { ...code, ...change });
    return opened;
  }

  it('is found with what it was bound to and its consent', async () => {
    const { db } = await withCode({ codeChallenge: 'challenge', dpopJkt: 'thumbprint' });
    expect(await findAuthorizationCode(db, 'code-hash')).toEqual({
      clientId: 'ledger',
      redirectUri: 'https://ledger.example/callback',
      codeChallenge: 'challenge',
      dpopJkt: 'thumbprint',
      expiresAt: now + 60,
      isConsumed: false,
      isRevoked: false,
      consent: {
        id: 'consent-1',
        clientId: 'ledger',
        accountIds: ['acc-1'],
        durationType: 'TIME_BOUND',
        providerId: '1000',
        sub: 'camille',
        correlationId: 'journey-1',
        clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
        status: 'active',
        introspectedAt: undefined,
        refreshedAt: undefined,
        refreshCount: 0,
        chain: { consentId: 'consent-1', count: 0, hash: '' },
        row: expect.any(Object),
        createdAt: now,
        expiresAt: now + 86_400,
        lookbackFrom: undefined,
        askedScope: undefined,
        authorizationDetails: undefined,
      },
    });
  });

  it('is not found under another hash', async () => {
    const { db } = await withCode();
    expect(await findAuthorizationCode(db, 'CODE-HASH')).toBeUndefined();
  });

  it('K3 is taken once', async () => {
    const { db } = await withCode();
    expect(await takeAuthorizationCode(db, taking)).toBe(true);
    expect(await takeAuthorizationCode(db, { ...taking, accessTokenId: 'token-2' })).toBe(false);
    const [row] = await db.selectFrom('authorization_codes').selectAll().execute();
    expect(row).toMatchObject({
      consumed_at: now + 1,
      access_token_id: 'token-1',
      access_token_expires_at: now + 901,
    });
  });

  it('K1 is not taken after 60 seconds', async () => {
    const { db } = await withCode();
    expect(await takeAuthorizationCode(db, { ...taking, now: now + 60 })).toBe(false);
    expect(await takeAuthorizationCode(db, { ...taking, now: now + 59 })).toBe(true);
  });

  it('K4 is not taken when it is revoked, alone or with its consent', async () => {
    const { db } = await withCode();
    await insertAuthorizationCode(db, { ...code, codeHash: 'other', consentId: 'consent-2' });
    await insertAuthorizationCode(db, { ...code, codeHash: 'third', consentId: 'consent-3' });
    await revokeAuthorizationCode(db, 'code-hash', now);
    await revokeCodesOfConsents(db, ['consent-2'], now);
    await revokeCodesOfConsents(db, [], now);
    expect(await takeAuthorizationCode(db, taking)).toBe(false);
    expect(await takeAuthorizationCode(db, { ...taking, codeHash: 'other' })).toBe(false);
    expect(await takeAuthorizationCode(db, { ...taking, codeHash: 'third' })).toBe(true);
  });

  it('can be exchanged until it is taken, revoked or too old', async () => {
    const { db } = await withCode();
    expect(await isRedeemable(db, 'consent-1', now + 59)).toBe(true);
    expect(await isRedeemable(db, 'consent-1', now + 60)).toBe(false);
    expect(await isRedeemable(db, 'consent-2', now)).toBe(false);
    await takeAuthorizationCode(db, taking);
    expect(await isRedeemable(db, 'consent-1', now + 2)).toBe(false);
  });

  it('K3 is taken by one of twenty at once', async () => {
    const { db } = await withCode();
    const taken = await Promise.all(times(20).map(() => takeAuthorizationCode(db, taking)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('K3 is taken by one of twenty at once over two connections', async () => {
    const { db, url } = await withCode();
    const other = connect(url);
    const taken = await Promise.all(times(20).map((index) => takeAuthorizationCode(index % 2 ? db : other, taking)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('K3 is taken by one of four processes', async () => {
    const { db, url } = await withCode();
    for (const index of times(25)) await insertAuthorizationCode(db, { ...code, codeHash: `code-${index}` });
    const script = `
      import { takeAuthorizationCode } from '#lib/storage/authorization-codes.ts';
      import { openDatabase } from '#lib/storage/database.ts';
      const db = openDatabase(process.env.TEST_DATABASE);
      const taking = ${JSON.stringify(taking)};
      await start();
      for (let index = 0; index < 25; index += 1)
        if (await takeAuthorizationCode(db, { ...taking, codeHash: 'code-' + index })) console.log(index);
      await db.destroy();`;
    const taken = (await race(4, script, { TEST_DATABASE: url })).flat();
    expect(taken.map(Number).sort((a, b) => a - b)).toEqual(times(25));
  });
});
