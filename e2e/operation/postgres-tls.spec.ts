import { join } from 'node:path';
import pg from 'pg';
import { type OwnPostgres, startOwnPostgres } from '../../scripts/postgres.ts';
import { makeSelfSigned } from '../../scripts/self-signed.ts';
import { discardServer, newDirectory, newSecret, repository, startInVain, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { Visitor } from '../support/visitor.ts';

let postgres: OwnPostgres;
test.beforeAll(async () => {
  const started = await startOwnPostgres({ isDurable: false, withTls: true });
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed.');
  postgres = started;
});
test.afterAll(() => postgres?.stop());

/** The server's URL by one of its names, with what TLS must prove. */
function urlOf(host: string, parameters: Record<string, string>): string {
  const url = new URL(postgres.url);
  url.hostname = host;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

const environment = (databaseUrl: string) => ({
  PORT: '1',
  ACCORD_ISSUER: 'http://localhost:3000',
  ACCORD_SECRET: newSecret(),
  ACCORD_REGISTRY: `${repository}/demo/registry.json`,
  DATABASE_URL: databaseUrl,
});

test('with sslmode=verify-full and the authority’s certificate, the whole journey is encrypted', async () => {
  const verified = { sslmode: 'verify-full', sslrootcert: postgres.authority ?? '' };
  const server = await startServer({ databaseUrl: urlOf('localhost', verified) });
  try {
    expect(await new Visitor(server.origin).obtainCode('noah')).toMatch(/^[\w-]{43}$/);
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    const { rows } = await client.query(
      "select ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'accord'",
    );
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toEqual({ ssl: true });
    expect(server.output.join('')).not.toContain('WARNING');
  } finally {
    await discardServer(server);
  }
});

test('a certificate of another authority stops the start with a sentence', async () => {
  const directory = newDirectory();
  const certificate = join(directory, 'other.pem');
  makeSelfSigned({ key: join(directory, 'other.key'), certificate });
  const url = urlOf('localhost', { sslmode: 'verify-full', sslrootcert: certificate });
  const { code, text } = await startInVain(environment(url));
  expect(code).toBe(1);
  expect(text).toMatch(/^ {2}DATABASE_URL postgres:.*: self-signed certificate/m);
});

test('a server whose certificate is for another name stops the start with a sentence', async () => {
  const url = urlOf('127.0.0.1', { sslmode: 'verify-full', sslrootcert: postgres.authority ?? '' });
  const { code, text } = await startInVain(environment(url));
  expect(code).toBe(1);
  expect(text).toMatch(/^ {2}DATABASE_URL postgres:.*: .*does not match certificate's altnames/m);
});

for (const sslmode of ['require', 'verify-ca'])
  test(`sslmode=${sslmode} checks the name as verify-full does, and the driver says nothing beside our sentence`, async () => {
    const url = urlOf('127.0.0.1', { sslmode, sslrootcert: postgres.authority ?? '' });
    const { code, text } = await startInVain(environment(url));
    expect(code).toBe(1);
    expect(text).toMatch(/^ {2}DATABASE_URL postgres:.*does not match certificate's altnames/m);
    expect(text).not.toMatch(/warning/i);
  });

test('an authority’s file that is not there stops the start with a sentence', async () => {
  const url = urlOf('localhost', { sslmode: 'verify-full', sslrootcert: '/nowhere/ca.pem' });
  const { code, text } = await startInVain(environment(url));
  expect(code).toBe(1);
  expect(text).toMatch(/^ {2}DATABASE_URL postgres:.*: ENOENT: .*'\/nowhere\/ca\.pem'$/m);
});

test('a server without TLS is not spoken to where TLS is asked for', async () => {
  const plain = await startOwnPostgres({ isDurable: false });
  try {
    const { code, text } = await startInVain(environment(`${plain?.url}?sslmode=verify-full`));
    expect(code).toBe(1);
    expect(text).toContain('The server does not support SSL connections');
  } finally {
    plain?.stop();
  }
});
