import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { storeEvidence } from '../../test/world/evidence.ts';
import { race } from '../../test/world/race.ts';

const secretOf = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const current = process.env.ACCORD_SECRET ?? '';

/** Runs in a process of its own, which has other secrets. */
const withSecrets = async (url: string, secret: string, expression: string) => {
  const script = `
    import { renewMacs } from '#lib/storage/evidence-macs.ts';
    import { openDatabase } from '#lib/storage/database.ts';
    import { verifyEvidence } from '#lib/evidence/verify-evidence.ts';
    import { sql } from 'kysely';
    const db = openDatabase(${JSON.stringify(url)});
    console.log(JSON.stringify(await ${expression}));
    await db.destroy();`;
  const [[line = ''] = []] = await race(1, script, { ACCORD_SECRET: secret });
  return JSON.parse(line);
};

onEachDatabase('the codes of evidence', ({ migrated }) => {
  it('O20 are made by the new secret before the old one is dropped, and nothing is lost or approved by it', async () => {
    const { db, url } = await migrated();
    await storeEvidence(db);
    await db.updateTable('consents').set({ sub: 'noah' }).where('status', '=', 'revoked').execute();
    const both = `${secretOf(9)},${current}`;
    expect(await withSecrets(url, both, 'renewMacs(db, 200)')).toBeGreaterThan(8);
    const { faults } = await withSecrets(url, secretOf(9), 'verifyEvidence(db)');
    // Anchors are signed with a key that is sealed with the secret, and has its own rotation.
    const consents = (faults as { consentId?: string; reason: string }[]).filter(({ consentId }) => consentId);
    expect(new Set(consents.map(({ reason }) => reason))).toEqual(new Set(['its sub is not what its events say']));
    expect(
      await withSecrets(
        url,
        secretOf(9),
        "sql`select count(*) as n from consents where status = 'active'`.execute(db)",
      ),
    ).toBeDefined();
  });

  it('O20 cannot be renewed without the secret that made them', async () => {
    const { db, url } = await migrated();
    await storeEvidence(db);
    expect(await withSecrets(url, `${secretOf(9)},${secretOf(8)}`, 'renewMacs(db, 200)')).toBe(0);
    expect(await withSecrets(url, secretOf(9), 'verifyEvidence(db)')).toMatchObject({ outcome: 'broken' });
  });
});
