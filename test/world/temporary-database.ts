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

/** A new SQLite file with its tables, closed and gone when the test is. */
export async function temporaryDatabase(): Promise<Database> {
  const directory = mkdtempSync(join(tmpdir(), 'accord-'));
  const db = openDatabase(`file:${join(directory, 'accord.db')}`);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(directory, { recursive: true, force: true });
  });
  await migrate(db);
  return db;
}
