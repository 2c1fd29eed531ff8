import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databasesIn } from './database.ts';
import { measureDurableCommit } from './durable-commit.ts';
import { readOptions } from './options.ts';
import { comparePages } from './pages.ts';
import { openPostgres } from './postgres.ts';
import { printHeading } from './report.ts';

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const options = readOptions(process.env);
const directory = mkdtempSync(join(tmpdir(), 'accord-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const isPostgresWanted = options.subjects.includes('postgres') || options.databases.includes('PostgreSQL');
const postgres = isPostgresWanted ? await openPostgres() : undefined;
try {
  const newDatabase = databasesIn(directory, postgres);
  printHeading(options, measureDurableCommit(directory));
  if (options.subjects.length > 0) await comparePages(options, directory, newDatabase);
} finally {
  await postgres?.stop();
}
