import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { consent, session } from '../../test/world/records.ts';
import { connect, newSqliteFile } from '../../test/world/temporary-database.ts';
import { insertConsent } from './consents.ts';
import { isUnavailable, migrate } from './database.ts';
import { insertSession } from './sessions.ts';

describe('SQLite', () => {
  it('has on disk what was answered', async () => {
    const db = connect(newSqliteFile());
    expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  });

  it('says that it is unavailable when another connection holds it too long', async () => {
    const url = newSqliteFile();
    const db = connect(url);
    await migrate(db);
    const other = connect(url);
    await db.transaction().execute(async (transaction) => {
      await insertConsent(transaction, consent);
      const fault = await insertSession(other, session).catch((error: unknown) => error);
      expect(isUnavailable(fault)).toBe(true);
    });
    await insertSession(other, session);
  });

  it('says that it is unavailable when it is full', async () => {
    const db = connect(newSqliteFile());
    await migrate(db);
    await sql`pragma max_page_count = 1`.execute(db);
    const fault = await insertConsent(db, { ...consent, text: 'x'.repeat(1_000_000) }).catch((error: unknown) => error);
    expect(isUnavailable(fault)).toBe(true);
    expect(await db.selectFrom('consents').select('id').execute()).toEqual([]);
  });

  it('is not unavailable when a statement is at fault', async () => {
    const db = connect(newSqliteFile());
    await migrate(db);
    await insertConsent(db, consent);
    const fault = await insertConsent(db, consent).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(isUnavailable(fault)).toBe(false);
    expect(isUnavailable(undefined)).toBe(false);
  });
});
