import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { database, migrate } from '../../lib/storage/database.ts';
import { providerRegistration, recipientRegistration } from './registration.ts';
import { temporaryDirectory } from './temporary-database.ts';

export const temporaryIssuer = 'https://consent.maple.example';

/** Configuration, registry and database of a server of its own for one test file; answers its environment variables. */
export function temporaryServer({
  issuer = temporaryIssuer,
  providers = [providerRegistration],
  recipients = [recipientRegistration],
}: {
  issuer?: string;
  providers?: object[];
  recipients?: object[];
} = {}): Record<string, string> {
  const directory = temporaryDirectory();
  const registryPath = join(directory, 'registry.json');
  writeFileSync(registryPath, JSON.stringify({ providers, recipients }));
  const variables = {
    ACCORD_ISSUER: issuer,
    ACCORD_SECRET: Buffer.alloc(32, 7).toString('base64'),
    ACCORD_REGISTRY: registryPath,
    ACCORD_LOG_LEVEL: 'silent',
    DATABASE_URL: `file:${join(directory, 'accord.db')}`,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  beforeAll(() => migrate(database()));
  afterAll(() => database().destroy());
  return variables;
}
