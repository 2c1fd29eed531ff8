import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Milliseconds that one small commit to disk takes here: the floor below any journey that must not be lost. */
export function measureDurableCommit(directory: string): number {
  const database = new DatabaseSync(join(directory, 'durable-commit.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entries (text TEXT)');
  const insert = database.prepare('INSERT INTO entries VALUES (?)');
  const commits = 300;
  const begin = performance.now();
  for (let done = 0; done < commits; done += 1) insert.run('x'.repeat(500));
  const elapsed = performance.now() - begin;
  database.close();
  return elapsed / commits;
}
