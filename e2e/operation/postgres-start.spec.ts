import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import pg from 'pg';
import { type OwnPostgres, startOwnPostgres } from '../../scripts/postgres.ts';
import { newSecret, repository, startInVain } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';

let postgres: OwnPostgres;
test.beforeAll(async () => {
  const started = await startOwnPostgres({ isDurable: false });
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed.');
  postgres = started;
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create role guarded login password 'right'`);
  await client.end();
});
test.afterAll(() => postgres?.stop());

const startOn = (databaseUrl: string) =>
  startInVain({
    PORT: '1',
    ACCORD_ISSUER: 'http://localhost:3000',
    ACCORD_SECRET: newSecret(),
    ACCORD_REGISTRY: `${repository}/demo/registry.json`,
    DATABASE_URL: databaseUrl,
    ACCORD_DATABASE_TIMEOUT: '1000',
  });

const faults: [string, string, string, RegExp][] = [
  ['with the wrong password', 'guarded:wrong', 'postgres', /password authentication failed for user "guarded"$/m],
  ['whose database is not there', 'guarded:right', 'nowhere', /database "nowhere" does not exist$/m],
  ['whose role may make no tables', 'guarded:right', 'postgres', /permission denied for schema public$/m],
];
for (const [what, user, database, reason] of faults)
  test(`a PostgreSQL ${what} stops the start with a sentence, and without a password`, async () => {
    const url = postgres.url.replace('accord@', `${user}@`).replace(/postgres$/, database);
    const { code, text } = await startOn(url);
    expect(code).toBe(1);
    expect(text).toMatch(reason);
    expect(text).toMatch(/^ {2}DATABASE_URL postgres:\/\/guarded:\*\*\*@/m);
    expect(text).not.toMatch(/wrong|right/);
  });

const away: [string, string, RegExp][] = [
  ['that is not there', 'accord:very-secret@127.0.0.1:1/accord', /ECONNREFUSED/],
  ['whose password stands among the parameters', 'accord@127.0.0.1:1/accord?password=very-secret', /ECONNREFUSED/],
  ['whose host has no address', 'accord:very-secret@nowhere.invalid/accord', /(ENOTFOUND|EAI_AGAIN) nowhere\.invalid/],
];
for (const [what, address, reason] of away)
  test(`a PostgreSQL ${what} stops the start with a sentence, and without its password`, async () => {
    const { code, text } = await startOn(`postgres://${address}`);
    expect(code).toBe(1);
    expect(text).toMatch(/^ {2}DATABASE_URL postgres:\/\/accord/m);
    expect(text).toMatch(reason);
    expect(text).toContain('***');
    expect(text).not.toContain('very-secret');
  });

test('a host that takes the connection and says nothing stops the start in seconds', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const { code, text } = await startOn(`postgres://accord:very-secret@127.0.0.1:${port}/accord`);
  silent.close();
  expect(code).toBe(1);
  expect(text).toMatch(/^ {2}DATABASE_URL postgres:\/\/accord:\*\*\*@.*connection timeout$/m);
});
