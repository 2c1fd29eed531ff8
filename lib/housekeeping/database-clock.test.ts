import { describe, expect, it, onTestFinished } from 'vitest';
import { newPostgresDatabase } from '../../test/world/postgres-database.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { now } from '../process/clock.ts';
import { openDatabase } from '../storage/database.ts';
import { agreesWithDatabase } from './database-clock.ts';

it('O18 a SQLite file has no clock that could differ', async () => {
  expect(await agreesWithDatabase(await temporaryDatabase(), now() + 86_400)).toBe(true);
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('on PostgreSQL', () => {
  it('O18 this machine’s clock is held against the database’s', async () => {
    const db = openDatabase(await newPostgresDatabase());
    onTestFinished(() => db.destroy());
    expect(await agreesWithDatabase(db, now())).toBe(true);
    for (const difference of [3600, -3600]) expect(await agreesWithDatabase(db, now() + difference)).toBe(false);
  });
});
