import { writeSync } from 'node:fs';
import { startHousekeeping } from '../housekeeping/start-housekeeping.ts';
import { currentSigningKey } from '../keys/current-signing-key.ts';
import { now, uptime } from '../process/clock.ts';
import { readEnvironment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import { checkWordings } from '../registry/check-wording.ts';
import { listSecretVariables, loadRegistry } from '../registry/registry.ts';
import { database, migrate } from '../storage/database.ts';
import { followRequests } from './follow-requests.ts';

/** All that keeps this server from starting, as sentences; nothing when it can. */
export async function startUp(variables: Record<string, string | undefined>): Promise<string[]> {
  const reading = readEnvironment(variables);
  if (reading.outcome === 'refused') return reading.faults;
  const { registryPath, databaseUrl } = reading.environment;
  const registry = loadRegistry(registryPath);
  if (registry.outcome === 'refused')
    return registry.faults.map((fault) => `ACCORD_REGISTRY ${registryPath}: ${fault}`);
  const misworded = await checkWordings(registry.registry, registryPath);
  if (misworded.length > 0) return misworded.map((fault) => `ACCORD_REGISTRY ${registryPath}: ${fault}`);
  const unset = listSecretVariables(registry.registry).filter((name) => !variables[name]);
  if (unset.length > 0)
    return unset.map((name) => `${name} is missing: the registry names it for signing in at a bank`);
  try {
    await migrate(database());
    await currentSigningKey(database(), now());
  } catch (fault) {
    return [
      `DATABASE_URL ${withoutPassword(databaseUrl)}: ${(fault as Error).message || (fault as { code?: string }).code}`,
    ];
  }
  followRequests();
  startHousekeeping(database(), { wall: now, monotonic: uptime });
  return [];
}

// It may stand before the host or, for the driver, among the parameters.
const withoutPassword = (url: string) =>
  url.replace(/^(\w+:\/\/[^:@/]*):.*@/, '$1:***@').replace(/(?<=[?&]password=)[^&#]*/g, '***');

/** Starts up and lets the HTTP server listen; or says on standard error what is in the way, and ends the process. */
export async function startUpOrExit(variables: Record<string, string | undefined>): Promise<void> {
  const faults = await startUp(variables);
  if (faults.length === 0) {
    processWide<() => void>('has-started-up', () => () => undefined)();
    return;
  }
  writeSync(2, `Accord cannot start:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exit(1);
}
