import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newDirectory, repository } from '../servers/server.ts';

type Entry = Record<string, unknown>;
export interface RegistryFile {
  providers: (Entry & { provider_id: string; customers?: Entry[] })[];
  recipients: (Entry & { client_id: string; redirect_uris: string[] })[];
}

/** The registry of the sample world, as it is written. */
export const sampleRegistry = (): RegistryFile =>
  JSON.parse(readFileSync(join(repository, 'demo/registry.json'), 'utf8'));

/** Writes the sample world with a change to a file of its own, or over `path`; gives the path. */
export function writeRegistry(change: (registry: RegistryFile) => void, path?: string): string {
  const registry = sampleRegistry();
  change(registry);
  const target = path ?? join(newDirectory(), 'registry.json');
  writeFileSync(target, JSON.stringify(registry));
  return target;
}

export function recipientOf(registry: RegistryFile, clientId: string) {
  const found = registry.recipients.find((recipient) => recipient.client_id === clientId);
  if (!found) throw new Error(`no recipient ${clientId} in the registry`);
  return found;
}

export function providerOf(registry: RegistryFile, providerId: string) {
  const found = registry.providers.find((provider) => provider.provider_id === providerId);
  if (!found) throw new Error(`no provider ${providerId} in the registry`);
  return found;
}

/** The name of a recipient or provider in a language, as a customer reads it. */
export const nameIn = (entry: Entry, field: 'client_name' | 'name', language: 'en' | 'fr'): string =>
  String((language === 'fr' && entry[`${field}#fr`]) || entry[field]);
