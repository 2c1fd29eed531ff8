import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { writeRegistryWithBank } from '../../demo/bank/open.ts';
import { secretVariable } from '../../demo/bank/registration.ts';
import { freePort } from '../../scripts/free-port.ts';
import { discardServer, newDirectory, newSecret, repository, type Server, startServer } from './server.ts';

/** The sample bank as a process of its own, and an Accord that knows it. */
export interface SampleWorld {
  bank: string;
  accord: Server;
  accordSecret: string;
  close(): Promise<void>;
}

export async function startSampleWorld(): Promise<SampleWorld> {
  const [port, bankPort] = [await freePort(), await freePort()];
  const bank = `http://localhost:${bankPort}`;
  const [accordSecret, apiSecret] = [newSecret(), newSecret()];
  const directory = newDirectory();
  const registry = join(directory, 'registry.json');
  writeRegistryWithBank(registry, join(repository, 'demo/registry.json'), { bank, apiSecret });
  const process = spawn(globalThis.process.execPath, ['demo/bank/start.ts'], {
    cwd: repository,
    env: {
      PATH: globalThis.process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(bankPort),
      ACCORD_ISSUER: `http://localhost:${port}`,
      HARBOUR_SECRET: accordSecret,
      HARBOUR_API_SECRET: apiSecret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(process, 'exit');
  await Promise.race([
    once(process.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('the sample bank did not start'))),
  ]);
  const accord = await startServer({ port, directory, registry, variables: { [secretVariable]: accordSecret } });
  return {
    bank,
    accord,
    accordSecret,
    async close() {
      await discardServer(accord);
      process.kill();
      await ended;
    },
  };
}
