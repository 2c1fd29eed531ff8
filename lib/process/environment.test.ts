import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../../test/world/temporary-database.ts';
import { readEnvironment } from './environment.ts';

const secret = Buffer.alloc(32, 1).toString('base64');
const good = {
  ACCORD_ISSUER: 'https://consent.bank.example',
  ACCORD_SECRET: secret,
  ACCORD_REGISTRY: 'registry.json',
};

function environmentOf(change: Record<string, string | undefined> = {}) {
  const reading = readEnvironment({ ...good, ...change });
  if (reading.outcome === 'refused') throw new Error(reading.faults.join('; '));
  return reading.environment;
}

function faultsOf(change: Record<string, string | undefined>): string[] {
  const reading = readEnvironment({ ...good, ...change });
  return reading.outcome === 'refused' ? reading.faults : [];
}

describe('the configuration', () => {
  it('is read from three variables, the others have defaults', () => {
    expect(environmentOf()).toEqual({
      issuer: 'https://consent.bank.example',
      isHttps: true,
      secrets: [Buffer.alloc(32, 1)],
      registryPath: resolve('registry.json'),
      databaseUrl: 'file:.accord/accord.db',
      databaseLimits: { poolSize: 10, timeout: 5000, isPrepared: true },
      failureLimits: { signIn: 10, customer: 100, client: 60, seconds: 300 },
      home: '/consents',
      allowsPrivateJwks: false,
      logsAddresses: false,
      logLevel: 'info',
    });
  });

  it('honours what is given', () => {
    const given = { DATABASE_URL: 'file:/x.db', ACCORD_LOG_LEVEL: 'warn', ACCORD_REGISTRY: '/x.json' };
    expect(environmentOf(given)).toMatchObject({
      databaseUrl: 'file:/x.db',
      logLevel: 'warn',
      registryPath: '/x.json',
    });
  });

  it.each([
    'postgres://accord@db.bank.example/accord',
    'postgresql://accord@db.bank.example/accord?sslmode=verify-full',
  ])('takes the database %s', (DATABASE_URL) => expect(environmentOf({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL));

  it.each([
    ['DATABASE_URL', 'mysql://db.bank.example/accord'],
    ['DATABASE_URL', 'file:'],
    ['ACCORD_DATABASE_POOL', '0'],
    ['ACCORD_DATABASE_POOL', '2.5'],
    ['ACCORD_DATABASE_POOL', 'many'],
    ['ACCORD_DATABASE_TIMEOUT', '99'],
    ['ACCORD_DATABASE_PREPARED', 'no'],
    ['ACCORD_TRUSTED_PROXIES', 'the proxy'],
    ['ACCORD_SERVICE_DOCUMENTATION', 'javascript:alert(1)'],
    ['ACCORD_HOME', '/elsewhere'],
    ['ACCORD_HOME', 'bank.example'],
    ['ACCORD_HOME', 'javascript:alert(1)'],
  ])('refuses %s = %s by its name', (name, value) => {
    const [fault = '', ...more] = faultsOf({ [name]: value });
    expect(fault).toMatch(new RegExp(`^${name} must be `));
    expect(more).toEqual([]);
  });

  it.each([
    ['https://bank.example/accounts?from=accord', 'https://bank.example/accounts?from=accord'],
    ['http://127.0.0.1:3002', 'http://127.0.0.1:3002/'],
    ['https://bank.example/\r\nSet-Cookie: a=b', 'https://bank.example/Set-Cookie:%20a=b'],
  ])('sends those who come to the origin itself to %j', (ACCORD_HOME, home) =>
    expect(environmentOf({ ACCORD_HOME }).home).toBe(home),
  );

  it.each(['VERCEL', 'AWS_LAMBDA_FUNCTION_NAME'])('refuses a file as database where %s is set', (platform) => {
    expect(faultsOf({ [platform]: '1' })).toEqual([expect.stringMatching(/^DATABASE_URL .* consents would be lost$/)]);
    expect(environmentOf({ [platform]: '1', DATABASE_URL: 'postgres://db/accord' }).databaseUrl).toBe(
      'postgres://db/accord',
    );
  });

  it('takes an empty variable for an absent one', () => {
    expect(environmentOf({ DATABASE_URL: '', ACCORD_LOG_LEVEL: '' })).toEqual(environmentOf());
    expect(faultsOf({ ACCORD_SECRET: '' })).toEqual(faultsOf({ ACCORD_SECRET: undefined }));
  });

  it('names all that is wrong at once, each by its variable', () => {
    const faults = faultsOf({
      ACCORD_ISSUER: 'http://consent.bank.example',
      ACCORD_SECRET: 'short',
      ACCORD_REGISTRY: undefined,
      DATABASE_URL: 'mysql://localhost',
      ACCORD_LOG_LEVEL: 'loud',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'ACCORD_ISSUER',
      'ACCORD_SECRET',
      'ACCORD_REGISTRY',
      'DATABASE_URL',
      'ACCORD_LOG_LEVEL',
    ]);
  });

  it('names all that is missing at once', () => {
    const reading = readEnvironment({});
    const faults = reading.outcome === 'refused' ? reading.faults : [];
    expect(faults).toHaveLength(3);
    for (const fault of faults) expect(fault).toMatch(/^ACCORD_(ISSUER|SECRET|REGISTRY) is missing/);
  });

  it('never repeats a secret in a fault', () => {
    expect(faultsOf({ ACCORD_SECRET: 'c2hvcnQ=' }).join()).not.toContain('c2hvcnQ=');
  });
});

describe('a secret in a file', () => {
  const path = join(temporaryDirectory(), 'secret');
  writeFileSync(path, `${secret}\n`);

  it('is read from it, without the newline at its end', () =>
    expect(environmentOf({ ACCORD_SECRET: undefined, ACCORD_SECRET_FILE: path }).secrets).toEqual([
      Buffer.alloc(32, 1),
    ]));

  it.each(['ACCORD_SECRET', 'DATABASE_URL'])('of %s is not beside the variable itself', (name) => {
    const both = { [name]: name === 'ACCORD_SECRET' ? secret : 'file:x', [`${name}_FILE`]: path };
    expect(faultsOf(both)).toEqual([`${name} and ${name}_FILE are both set: keep one of them`]);
  });

  it('that is not there or empty is one fault by its name', () => {
    const faults = (file: string) => faultsOf({ ACCORD_SECRET: undefined, ACCORD_SECRET_FILE: file });
    expect(faults('/nowhere/secret')).toEqual([expect.stringMatching(/^ACCORD_SECRET_FILE cannot be read: .*nowhere/)]);
    expect(faults('/dev/null')).toEqual(['ACCORD_SECRET_FILE /dev/null is empty']);
  });
});

describe('the secrets', () => {
  it('are 32 bytes or more', () => {
    expect(faultsOf({ ACCORD_SECRET: Buffer.alloc(31).toString('base64') }).join()).toMatch(
      /^ACCORD_SECRET is too short/,
    );
    expect(environmentOf({ ACCORD_SECRET: Buffer.alloc(64).toString('base64') }).secrets).toHaveLength(1);
  });

  it('are a list, in its order', () => {
    const other = Buffer.alloc(32, 2).toString('base64');
    expect(environmentOf({ ACCORD_SECRET: `${other}, ${secret}` }).secrets).toEqual([
      Buffer.alloc(32, 2),
      Buffer.alloc(32, 1),
    ]);
  });

  it.each([`${secret},`, `,${secret}`, `${secret},,${secret}`, `${secret},short`])(
    'are none of them short: %s',
    (list) => {
      expect(faultsOf({ ACCORD_SECRET: list })).toHaveLength(1);
    },
  );
});

describe('the issuer', () => {
  it.each([
    'https://consent.bank.example',
    'https://consent.bank.example:8443',
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ])('O1 may be %s', (issuer) => {
    expect(environmentOf({ ACCORD_ISSUER: issuer })).toMatchObject({ issuer, isHttps: issuer.startsWith('https') });
  });

  it.each([
    'http://consent.bank.example',
    'http://localhost.bank.example',
    'http://127.0.0.2',
    'https://consent.bank.example/',
    'https://consent.bank.example/path',
    'https://consent.bank.example?query',
    'https://consent.bank.example#fragment',
    'https://user@consent.bank.example',
    'HTTPS://consent.bank.example',
    'https://consent.bank.example:443',
    'consent.bank.example',
    'ftp://consent.bank.example',
    'null',
  ])('O1 may not be %s', (issuer) => {
    expect(faultsOf({ ACCORD_ISSUER: issuer })).toHaveLength(1);
  });
});
