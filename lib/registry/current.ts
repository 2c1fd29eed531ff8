import { keptForRequest } from '../log/request-log.ts';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import { loadRegistry, type RegistryFile } from './load-registry.ts';
import type { Registry } from './registry.ts';

/** The registry that this process goes by, and whether its file has held another since, which is wrong. */
interface RegistryInForce extends RegistryFile {
  isFileRefused: boolean;
}

const inForce = (): { value: RegistryInForce } =>
  processWide('registry', () => {
    const reading = loadRegistry(environment().registryPath);
    if (reading.outcome === 'read') return { value: { ...reading.file, isFileRefused: false } };
    throw new Error(`The registry is not valid: ${reading.faults.join('; ')}`);
  });

/** The registry of this server: for one request the same from its beginning to its end, whatever is taken over meanwhile. */
export const currentRegistry = (): Registry => keptForRequest('registry', () => inForce().value.registry);

export const registryInForce = (): RegistryInForce => inForce().value;

/** From now on requests go by this registry. */
export function takeRegistryOver(file: RegistryFile): void {
  inForce().value = { ...file, isFileRefused: false };
}

/** What is in force stays in force; that its file holds something wrong is known. */
export function keepRegistry(): void {
  inForce().value = { ...inForce().value, isFileRefused: true };
}
