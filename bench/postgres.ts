import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startOwnPostgres } from '../scripts/postgres.ts';
import type { Database } from './database.ts';

/** One PostgreSQL that writes to disk what it answers; undefined where none can be had. */
export async function openPostgres() {
  const server = await startOwnPostgres({ isDurable: true });
  if (!server) {
    console.log('There is no PostgreSQL here, and none can be installed: its figures are left out.');
    return undefined;
  }
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query('show data_directory');
  const pid = Number(readFileSync(join(rows[0].data_directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    async newDatabase(name: string): Promise<Database> {
      await client.query(`create database ${name}`);
      return { kind: 'PostgreSQL', url: server.url.replace(/postgres$/, name), pid };
    },
    async stop() {
      await client.end();
      server.stop();
    },
  };
}
