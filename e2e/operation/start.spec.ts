import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.ts';
import { newDirectory, newSecret, repository, startInVain } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { providerOf, type RegistryFile, recipientOf, writeRegistry } from '../support/registry.ts';

const good = async (): Promise<Record<string, string>> => ({
  PORT: String(await freePort()),
  ACCORD_ISSUER: 'https://consent.example',
  ACCORD_SECRET: newSecret(),
  ACCORD_REGISTRY: join(repository, 'demo/registry.json'),
  DATABASE_URL: `file:${join(newDirectory(), 'accord.db')}`,
});

test('a server without configuration names all that is missing at once, and ends', async () => {
  const { code, text } = await startInVain({ PORT: String(await freePort()) });
  expect(code).toBe(1);
  for (const name of ['ACCORD_ISSUER', 'ACCORD_SECRET', 'ACCORD_REGISTRY'])
    expect(text).toContain(`${name} is missing`);
});

const faulty: Record<string, { change: Record<string, string>; says: RegExp }> = {
  'a short secret': { change: { ACCORD_SECRET: btoa('too short') }, says: /ACCORD_SECRET .*32 bytes/ },
  'one short secret of two': {
    change: { ACCORD_SECRET: `${newSecret()},${btoa('x')}` },
    says: /ACCORD_SECRET .*32 bytes/,
  },
  'an http issuer that is not loopback': {
    change: { ACCORD_ISSUER: 'http://consent.example' },
    says: /ACCORD_ISSUER .*https/,
  },
  'an issuer with a path': { change: { ACCORD_ISSUER: 'https://consent.example/x' }, says: /ACCORD_ISSUER .*path/ },
  'a registry that is not there': { change: { ACCORD_REGISTRY: '/nowhere.json' }, says: /ACCORD_REGISTRY .*nowhere/ },
  'a database that cannot be opened': {
    change: { DATABASE_URL: 'file:/dev/null/accord.db' },
    says: /DATABASE_URL .*accord\.db/,
  },
};

for (const [name, { change, says }] of Object.entries(faulty)) {
  test(`a server with ${name} says so and ends within seconds`, async () => {
    const { code, text } = await startInVain({ ...(await good()), ...change });
    expect(code).toBe(1);
    expect(text).toMatch(says);
    expect(text, 'no stack trace').not.toMatch(/\n\s+at /);
  });
}

const faultyRegistries: Record<string, { change: (registry: RegistryFile) => void; says: string }> = {
  'a redirect URI with a fragment': {
    change: (registry) => recipientOf(registry, 'budget-buddy').redirect_uris.push('https://x.example/#y'),
    says: 'recipients[0].redirect_uris[1]',
  },
  'an unknown cluster': {
    change: (registry) => Object.assign(recipientOf(registry, 'budget-buddy'), { scope: 'ACCOUNT_BASIC NONSENSE' }),
    says: 'recipients[0].scope',
  },
  'a period beyond a year': {
    change: (registry) => Object.assign(recipientOf(registry, 'budget-buddy'), { duration_period: 366 }),
    says: 'recipients[0].duration_period',
  },
  'no secret for a confidential recipient': {
    change: (registry) => delete recipientOf(registry, 'budget-buddy').client_secret_sha256,
    says: 'recipients[0].client_secret_sha256',
  },
  'a provider without a name': {
    change: (registry) => delete providerOf(registry, '1000').name,
    says: 'providers[0].name',
  },
};

for (const [name, { change, says }] of Object.entries(faultyRegistries)) {
  test(`a registry with ${name} stops the start with the path of the field`, async () => {
    const { code, text } = await startInVain({ ...(await good()), ACCORD_REGISTRY: writeRegistry(change) });
    expect(code).toBe(1);
    expect(text).toContain(says);
  });
}

test('a registry that is no JSON stops the start', async () => {
  const path = join(newDirectory(), 'registry.json');
  writeFileSync(path, '{ "providers": [');
  const { code, text } = await startInVain({ ...(await good()), ACCORD_REGISTRY: path });
  expect(code).toBe(1);
  expect(text).toContain('JSON');
});

test('several processes on one port say what is in the way once, and end', async () => {
  const { code, text } = await startInVain({ ...(await good()), ACCORD_WORKERS: '2', ACCORD_ISSUER: 'nonsense' });
  expect(code).toBe(1);
  expect(text.match(/ACCORD_ISSUER/g)).toHaveLength(1);
});
