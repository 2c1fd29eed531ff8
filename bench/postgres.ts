import pg from 'pg';
import { startOwnPostgres } from '../scripts/postgres.ts';

/** One PostgreSQL that writes to disk what it answers, with a database of each name; undefined where none can be had. */
export async function openPostgres(names: readonly string[]) {
  const server = await startOwnPostgres({ isDurable: true });
  if (!server) {
    console.log('There is no PostgreSQL here, and none can be installed: its figures are left out.');
    return undefined;
  }
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (const name of names) await client.query(`create database ${name}`);
  await client.end();
  return {
    database: (name: string) => ({ name: ', PostgreSQL', url: server.url.replace(/postgres$/, name) }),
    stop: () => server.stop(),
  };
}
