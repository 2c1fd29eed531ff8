import { writeSync } from 'node:fs';
import { startHousekeeping } from '../housekeeping/start-housekeeping.ts';
import { currentSigningKey } from '../keys/current-signing-key.ts';
import { resealSigningKeys } from '../keys/reseal-signing-keys.ts';
import { measureProcess } from '../metrics/process-metrics.ts';
import { startDelivery } from '../notices/start-delivery.ts';
import { now, uptime } from '../process/clock.ts';
import { readEnvironment } from '../process/environment.ts';
import { loadUsableRegistry } from '../registry/load-registry.ts';
import { watchRegistry } from '../registry/watch-registry.ts';
import { database, migrate } from '../storage/database.ts';
import { followRequests } from './follow-requests.ts';

/** All that keeps this server from starting, as sentences; nothing when it can. */
export async function startUp(variables: Record<string, string | undefined>): Promise<string[]> {
  const reading = readEnvironment(variables);
  if (reading.outcome === 'refused') return reading.faults;
  const { registryPath, databaseUrl } = reading.environment;
  const registry = await loadUsableRegistry(registryPath, variables);
  if (registry.outcome === 'refused') return registry.faults;
  try {
    await migrate(database());
    await currentSigningKey(database(), now());
    await resealSigningKeys(database());
  } catch (fault) {
    return [
      `DATABASE_URL ${withoutPassword(databaseUrl)}: ${(fault as Error).message || (fault as { code?: string }).code}`,
    ];
  }
  followRequests();
  watchRegistry(registryPath, variables);
  measureProcess();
  startHousekeeping(database(), { wall: now, monotonic: uptime });
  startDelivery(database(), now);
  return [];
}

// It may stand before the host or, for the driver, among the parameters.
const withoutPassword = (url: string) =>
  url.replace(/^(\w+:\/\/[^:@/]*):.*@/, '$1:***@').replace(/(?<=[?&]password=)[^&#]*/g, '***');

/** Starts up; or says on standard error what is in the way, and ends the process. */
export async function startUpOrExit(variables: Record<string, string | undefined>): Promise<void> {
  const faults = await startUp(variables);
  if (faults.length === 0) return;
  writeSync(2, `Accord cannot start:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exit(1);
}
