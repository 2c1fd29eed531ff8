import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { storeConsent } from '../../test/world/stored-consent.ts';
import { newSqliteFile } from '../../test/world/temporary-database.ts';
import { verifyEvidence } from '../evidence/verify-evidence.ts';
import { withReadOnly } from './read-only.ts';

const limits = { poolSize: 2, timeout: 5000 };

onEachDatabase('a database that is only read', ({ migrated, newUrl }) => {
  it('O20 cannot be changed, and is seen as it is at one moment', async () => {
    const { db, url } = await migrated();
    await storeConsent(db);
    await withReadOnly(url, limits, async (readOnly) => {
      expect(await verifyEvidence(readOnly)).toMatchObject({ outcome: 'whole', consents: 1 });
      await storeConsent(db, { id: 'later' });
      expect(await verifyEvidence(readOnly)).toMatchObject({ outcome: 'whole', consents: 1 });
      await expect(sql`delete from consents`.execute(readOnly)).rejects.toThrow(/read-?only/);
    });
  });

  it('O20 is refused where it is another’s', async () => {
    await expect(withReadOnly(await newUrl(), limits, async () => 'read')).rejects.toThrow(
      /not a database of Accord|there is no file/,
    );
  });
});

it('O20 a database that is missing is not made', async () => {
  const url = newSqliteFile();
  await expect(withReadOnly(url, limits, async () => 'read')).rejects.toThrow('there is no file');
  new DatabaseSync(url.slice('file:'.length)).close();
  await expect(withReadOnly(url, limits, async () => 'read')).rejects.toThrow('it is not a database of Accord');
});
