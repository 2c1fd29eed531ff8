import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicJwk, withKey, withSecret, withStoredTokens } from './client.ts';

interface Registry {
  providers: { customers?: { sub: string; username: string }[] }[];
  recipients: { client_id: string; client_secret_sha256?: string }[];
}

/**
 * Writes a checkout's sample registry with as many Camilles as there are browsers, so that each decision is about a
 * consent of its own, and with the recipients of the bench.
 */
export function writeRegistry(folder: string, path: string, customers: number): string {
  const registry: Registry = JSON.parse(readFileSync(join(folder, 'demo/registry.json'), 'utf8'));
  for (const provider of registry.providers)
    provider.customers = provider.customers?.flatMap((customer) =>
      customer.username === 'camille'
        ? Array.from({ length: customers }, (_, number) => ({
            ...customer,
            sub: `${customer.sub}-${number}`,
            username: `camille-${number}`,
          }))
        : [customer],
    );
  const model = registry.recipients.find(({ client_id }) => client_id === withSecret.id);
  if (!model) throw new Error(`${folder} has no recipient ${withSecret.id}`);
  const { client_secret_sha256: _, ...withoutSecret } = model;
  registry.recipients.push({ ...model, client_id: withStoredTokens.id });
  registry.recipients.push(
    Object.assign(withoutSecret, {
      client_id: withKey.id,
      token_endpoint_auth_method: withKey.method,
      profile: 'fapi2',
      jwks: { keys: [publicJwk] },
    }),
  );
  writeFileSync(path, JSON.stringify(registry));
  return path;
}
