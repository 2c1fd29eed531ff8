import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newPostgresDatabase } from '../../test/world/postgres-database.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { type Database, isUnavailable, openDatabase } from './database.ts';
import { inTransaction } from './transaction.ts';

/** A database that counts in a sequence, which no rollback takes back. */
async function counting(): Promise<Database> {
  const db = connect(await newPostgresDatabase());
  await sql`create sequence attempts`.execute(db);
  return db;
}

/** Counts, and ends as PostgreSQL ends what it cannot serialize or what waits in a ring, so many times. */
const undoneTimes = (db: Database, count: number, code = '40001') =>
  sql
    .raw(`do $$ begin
      if nextval('attempts') <= ${count} then raise exception 'undone' using errcode = '${code}'; end if;
    end $$`)
    .execute(db);

const countIn = async (db: Database) =>
  Number((await sql<{ last_value: number }>`select last_value from attempts`.execute(db)).rows[0]?.last_value);
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (fault: unknown) => fault,
  );

// `npm test` finds, installs or starts a PostgreSQL; elsewhere these tests are counted as skipped.
describe.skipIf(!process.env.TEST_DATABASE_URL)('what PostgreSQL has undone', () => {
  for (const code of ['40001', '40P01']) {
    it(`O17 is done again with its whole transaction, not from the statement on that failed (${code})`, async () => {
      const db = await counting();
      let runs = 0;
      await inTransaction(db, async (transaction) => {
        runs += 1;
        await undoneTimes(transaction, 2, code);
      });
      expect([runs, await countIn(db)]).toEqual([3, 3]);
    });

    it(`O17 is done again by itself where it stands alone (${code})`, async () => {
      const db = await counting();
      await undoneTimes(db, 2, code);
      expect(await countIn(db)).toBe(3);
    });
  }

  it('O17 is given up after eight attempts, as what the customer may try again', async () => {
    const db = await counting();
    let runs = 0;
    const fault = await faultOf(
      inTransaction(db, async (transaction) => {
        runs += 1;
        await undoneTimes(transaction, 100);
      }),
    );
    expect(fault).toMatchObject({ code: '40001' });
    expect(isUnavailable(fault)).toBe(true);
    expect([runs, await countIn(db)]).toEqual([8, 8]);
    expect(await faultOf(undoneTimes(db, 100))).toMatchObject({ code: '40001' });
    expect(await countIn(db)).toBe(16);
  });

  it('O17 is not what fails for another reason: that is done once', async () => {
    const db = await counting();
    expect(await faultOf(undoneTimes(db, 1, '23505'))).toMatchObject({ code: '23505' });
    expect(await countIn(db)).toBe(1);
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
    const fault = await faultOf(broken);
    expect(isUnavailable(fault)).toBe(true);
    expect(lost).toHaveLength(1);
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});
