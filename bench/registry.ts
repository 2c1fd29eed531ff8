import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONCURRENCY } from './measure.ts';

/** Writes the sample registry with as many Camilles as there are browsers: each decision is about a consent of its own. */
export function writeRegistry(directory: string): string {
  const sample = readFileSync(join(import.meta.dirname, '../demo/registry.json'), 'utf8');
  const registry: { providers: { customers?: { sub: string; username: string }[] }[] } = JSON.parse(sample);
  for (const provider of registry.providers)
    provider.customers = provider.customers?.flatMap((customer) =>
      customer.username === 'camille'
        ? Array.from({ length: CONCURRENCY }, (_, number) => ({
            ...customer,
            sub: `${customer.sub}-${number}`,
            username: `camille-${number}`,
          }))
        : [customer],
    );
  const path = join(directory, 'registry.json');
  writeFileSync(path, JSON.stringify(registry));
  return path;
}
