import { describe } from 'vitest';
import { type Database, migrate } from '../../lib/storage/database.ts';
import { newPostgresDatabase } from './postgres-database.ts';
import { connect, newSqliteFile } from './temporary-database.ts';

interface Kind {
  name: 'SQLite' | 'PostgreSQL';
  /** The URL of a new database without tables. */
  newUrl(): Promise<string>;
  /** A new database with its tables. */
  migrated(): Promise<{ db: Database; url: string }>;
}

/** Proves the same of both databases; without `TEST_DATABASE_URL`, which `npm test` sets, PostgreSQL's half is counted as skipped. */
export function onEachDatabase(subject: string, suite: (kind: Kind) => void): void {
  for (const kind of kinds)
    describe.skipIf(kind.name === 'PostgreSQL' && !process.env.TEST_DATABASE_URL)(kind.name, () => {
      describe(subject, () => suite(kind));
    });
}

const kindOf = (name: Kind['name'], newUrl: Kind['newUrl']): Kind => ({
  name,
  newUrl,
  async migrated() {
    const url = await newUrl();
    const db = connect(url);
    await migrate(db);
    return { db, url };
  },
});

const kinds = [kindOf('SQLite', async () => newSqliteFile()), kindOf('PostgreSQL', newPostgresDatabase)];
