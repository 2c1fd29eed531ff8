import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newPostgresDatabase } from '../../test/world/postgres-database.ts';
import { type Database, isUnavailable, migrate, openDatabase } from './database.ts';
import { inTransaction } from './transaction.ts';

/** A database whose operator has asked for the strictest isolation, with one setting in it. */
async function serializable(): Promise<Database> {
  const url = new URL(await newPostgresDatabase());
  url.searchParams.set('options', '-c default_transaction_isolation=serializable');
  const db = openDatabase(url.href);
  onTestFinished(() => db.destroy());
  await migrate(db);
  await db.insertInto('settings').values({ name: 'count', value: '0' }).execute();
  return db;
}

async function increase(db: Database, between: () => Promise<void>): Promise<void> {
  const { value } = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'count')
    .executeTakeFirstOrThrow();
  await between();
  await db
    .updateTable('settings')
    .set({ value: `${Number(value) + 1}` })
    .where('name', '=', 'count')
    .execute();
}

const countIn = (db: Database) =>
  db.selectFrom('settings').select('value').where('name', '=', 'count').executeTakeFirst();
const nothing = async () => undefined;

// `npm test` finds, installs or starts a PostgreSQL; elsewhere these tests are counted as skipped.
describe.skipIf(!process.env.TEST_DATABASE_URL)('a transaction that PostgreSQL cannot serialize', () => {
  it('is done again on what the other one left, so that neither is lost', async () => {
    const db = await serializable();
    let runs = 0;
    await inTransaction(db, (transaction) => {
      runs += 1;
      return increase(transaction, runs === 1 ? () => inTransaction(db, (other) => increase(other, nothing)) : nothing);
    });
    expect(runs).toBe(2);
    expect(await countIn(db)).toEqual({ value: '2' });
  });

  it('is given up after four attempts, as what the customer may try again', async () => {
    const db = await serializable();
    let runs = 0;
    const hindered = inTransaction(db, (transaction) => {
      runs += 1;
      return increase(transaction, () => inTransaction(db, (other) => increase(other, nothing)));
    });
    const fault = await hindered.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(fault).toMatchObject({ code: '40001' });
    expect(isUnavailable(fault)).toBe(true);
    expect(runs).toBe(4);
    expect(await countIn(db)).toEqual({ value: '4' });
  });
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('a transaction whose connection breaks between two statements', () => {
  it('ends as what may be tried again, tells of it once, and leaves the process and the pool whole', async () => {
    const url = await newPostgresDatabase();
    const lost: string[] = [];
    const { promise: isLost, resolve } = Promise.withResolvers<void>();
    const onLost = (reason: string) => {
      lost.push(reason);
      resolve();
    };
    const db = openDatabase(url, { poolSize: 2, timeout: 5000, onLost });
    onTestFinished(() => db.destroy());
    const broken = inTransaction(db, async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
      await isLost;
      await sql`select 1`.execute(transaction);
    });
    const fault = await broken.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(isUnavailable(fault)).toBe(true);
    expect(lost).toHaveLength(1);
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});
