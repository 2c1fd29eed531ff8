import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customers } from './bank/customers.ts';
import { providerId } from './bank/registration.ts';

/** The sample recipient: where it is reached, and the process to start. */
export interface SampleRecipient {
  origin: string;
  start(): ChildProcess;
}

/** Writes at `worldPath` what the sample recipient knows: the registry of the sample world, and the bank's customers. */
export function openSampleRecipient(given: {
  root: string;
  accord: string;
  port: number;
  registryPath: string;
  worldPath: string;
}): SampleRecipient {
  const { root, accord, port, registryPath, worldPath } = given;
  const world: { providers: { provider_id: string }[] } = JSON.parse(readFileSync(registryPath, 'utf8'));
  const providers = world.providers.map((entry) =>
    entry.provider_id === providerId ? { ...entry, customers } : entry,
  );
  writeFileSync(worldPath, JSON.stringify({ ...world, providers }, undefined, 2));
  return {
    origin: `http://127.0.0.1:${port}`,
    start: () =>
      spawn(process.execPath, [join(root, 'demo/recipient/start.ts')], {
        env: {
          PATH: process.env.PATH,
          PORT: String(port),
          ACCORD_ISSUER: accord,
          SAMPLE_WORLD: worldPath,
          NODE_ENV: 'production',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
  };
}
