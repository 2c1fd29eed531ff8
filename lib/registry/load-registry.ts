import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readSecret, type Variables } from '../process/secret.ts';
import { checkWordings } from './check-wording.ts';
import { listSecretVariables, type Registry, type RegistryReading, readRegistry } from './registry.ts';

/** A registry and the SHA-256 of its file, in hex. */
export interface RegistryFile {
  registry: Registry;
  sha256: string;
}

type Loading = { outcome: 'read'; file: RegistryFile } | Extract<RegistryReading, { outcome: 'refused' }>;

/** Reads the registry of a file; a file that cannot be read is reported like any fault. */
export function loadRegistry(path: string): Loading {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (fault) {
    return { outcome: 'refused', faults: [`cannot be read: ${(fault as Error).message}`] };
  }
  const reading = readRegistry(bytes.toString('utf8'));
  if (reading.outcome === 'refused') return reading;
  return {
    outcome: 'read',
    file: { registry: reading.registry, sha256: createHash('sha256').update(bytes).digest('hex') },
  };
}

/** The same with the files that it names: the wordings of banks. */
export async function loadWholeRegistry(path: string): Promise<Loading> {
  const loading = loadRegistry(path);
  if (loading.outcome === 'refused') return loading;
  const faults = await checkWordings(loading.file.registry, path);
  return faults.length > 0 ? { outcome: 'refused', faults } : loading;
}

/** The same for a server that is to go by it: the secrets that it names must be in the environment as well. */
export async function loadUsableRegistry(path: string, variables: Variables): Promise<Loading> {
  const loading = await loadWholeRegistry(path);
  if (loading.outcome === 'refused')
    return { outcome: 'refused', faults: loading.faults.map((fault) => `ACCORD_REGISTRY ${path}: ${fault}`) };
  const faults = listSecretVariables(loading.file.registry).flatMap((name) => {
    const reading = readSecret(variables, name);
    if (reading.outcome === 'read') return [];
    return reading.outcome === 'refused'
      ? [reading.fault]
      : [`${name} is missing: the registry names it for signing in at a bank`];
  });
  return faults.length > 0 ? { outcome: 'refused', faults } : loading;
}
