import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildUnlessBuilt } from './build.ts';
import { databasesIn } from './database.ts';
import { measureDurableCommit } from './durable-commit.ts';
import { compareMachines } from './machines.ts';
import { readOptions, withoutPostgres } from './options.ts';
import { comparePages } from './pages.ts';
import { openPostgres } from './postgres.ts';
import { printHeading } from './report.ts';

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const wanted = readOptions(process.env);
const directory = mkdtempSync(join(tmpdir(), 'accord-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const isPostgresWanted =
  wanted.subjects.includes('postgres') || (wanted.rows.length > 0 && wanted.databases.includes('PostgreSQL'));
const postgres = isPostgresWanted ? await openPostgres() : undefined;
const options = postgres ? wanted : withoutPostgres(wanted);
try {
  const newDatabase = databasesIn(directory, postgres);
  await buildUnlessBuilt(join(import.meta.dirname, '..'));
  printHeading(options, measureDurableCommit(directory));
  if (options.subjects.length > 0) await comparePages(options, directory, newDatabase);
  if (options.rows.length > 0) await compareMachines(options, directory, newDatabase);
} finally {
  await postgres?.stop();
}
