import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { onTestFinished } from 'vitest';

/** The URL of a new PostgreSQL database without tables, on the server of `TEST_DATABASE_URL`; it goes when the test is done. */
export async function newPostgresDatabase(): Promise<string> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `accord_${randomBytes(8).toString('hex')}`;
  await run(server, `create database ${name}`);
  onTestFinished(() => run(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
