import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kept } from '../kept.ts';
import { registrationOf, secretVariable } from './registration.ts';

/** The sample bank, made known to Accord: a registry with both, what Accord needs to know, and the process to start. */
export interface SampleBank {
  registryPath: string;
  variables: Record<string, string>;
  start(): ChildProcess;
}

/** Writes the sample world's registry with the bank at its port; the secrets between the two are kept under .accord/. */
export function openSampleBank({ root, accord, port }: { root: string; accord: string; port: number }): SampleBank {
  const bank = `http://localhost:${port}`;
  const [accordSecret, apiSecret] = [kept(root, 'bank-secret'), kept(root, 'bank-api-secret')];
  const registryPath = join(root, `.accord/registry-${port}.json`);
  writeRegistryWithBank(registryPath, join(root, 'demo/registry.json'), { bank, apiSecret });
  return {
    registryPath,
    variables: { [secretVariable]: accordSecret },
    start: () =>
      spawn(process.execPath, [join(root, 'demo/bank/start.ts')], {
        env: {
          PATH: process.env.PATH,
          PORT: String(port),
          ACCORD_ISSUER: accord,
          HARBOUR_SECRET: accordSecret,
          HARBOUR_API_SECRET: apiSecret,
          NODE_ENV: 'production',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
  };
}

/** The sample world's registry, and the bank in it. */
export function writeRegistryWithBank(path: string, source: string, bank: { bank: string; apiSecret: string }): void {
  const registry = JSON.parse(readFileSync(source, 'utf8'));
  registry.providers.push(registrationOf(bank));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(registry, undefined, 2));
}
