import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { consent, now, session } from '../../test/world/records.ts';
import { connect, newSqliteFile } from '../../test/world/temporary-database.ts';
import { findConsent, insertConsent } from './consents.ts';
import { isUnavailable, migrate } from './database.ts';
import { findSession, insertSession } from './sessions.ts';
import { inTransaction } from './transaction.ts';

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

  it('says that it is full when that ends a transaction, of which nothing is stored, and goes on when there is room', async () => {
    const db = connect(newSqliteFile());
    await migrate(db);
    await sql`pragma max_page_count = 1`.execute(db);
    const fault = await inTransaction(db, async (transaction) => {
      await insertSession(transaction, session);
      await insertConsent(transaction, { ...consent, text: 'x'.repeat(1_000_000) });
    }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ errcode: 13 });
    expect(isUnavailable(fault)).toBe(true);
    expect(await findSession(db, session.idHash, now)).toBeUndefined();
    await sql`pragma max_page_count = 1000000`.execute(db);
    await inTransaction(db, (transaction) => insertConsent(transaction, consent));
    expect(await findConsent(db, consent.id)).toBeDefined();
  });

  it('says that it is full when the tables do not fit, makes none of them, and makes them when there is room', async () => {
    const db = connect(newSqliteFile());
    await sql`pragma max_page_count = 8`.execute(db);
    const fault = await migrate(db).catch((error: unknown) => error);
    expect(fault).toMatchObject({ errcode: 13 });
    expect(isUnavailable(fault)).toBe(true);
    expect((await sql`select name from sqlite_master`.execute(db)).rows).toEqual([]);
    await sql`pragma max_page_count = 1000000`.execute(db);
    await migrate(db);
    await insertSession(db, session);
  });

  it('says why a migration failed, also where SQLite ended the transaction by itself', async () => {
    const db = connect(newSqliteFile());
    await sql`create table kysely_migration (name text primary key not null, timestamp text not null)`.execute(db);
    await sql`
      create trigger ends_the_transaction before insert on kysely_migration
      begin select raise(rollback, 'the reason'); end`.execute(db);
    await expect(migrate(db)).rejects.toThrow('the reason');
    await sql`drop trigger ends_the_transaction`.execute(db);
    await migrate(db);
    await insertSession(db, session);
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
