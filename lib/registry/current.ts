import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import { loadRegistry, type Registry } from './registry.ts';

/** The registry of this server. Start-up fails without a valid one. */
export function currentRegistry(): Registry {
  return processWide('registry', () => {
    const reading = loadRegistry(environment().registryPath);
    if (reading.outcome === 'read') return reading.registry;
    throw new Error(`The registry is not valid: ${reading.faults.join('; ')}`);
  });
}
