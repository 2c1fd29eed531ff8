import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { type Database, migrate, openDatabase } from '../../lib/storage/database.ts';

/** A directory of this test file; it goes when the file is done. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'accord-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** The URL of a new SQLite file without tables; it goes when the test is done. */
export function newSqliteFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'accord-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return `file:${join(directory, 'accord.db')}`;
}

/** A connection of this test, closed with it. */
export function connect(url: string): Database {
  const db = openDatabase(url);
  onTestFinished(() => db.destroy());
  return db;
}

/** A new SQLite file with its tables, closed and gone when the test is. */
export async function temporaryDatabase(): Promise<Database> {
  const db = connect(newSqliteFile());
  await migrate(db);
  return db;
}
