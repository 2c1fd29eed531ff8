import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { writeRegistryWithBank } from '../../demo/bank/open.ts';
import { secretVariable } from '../../demo/bank/registration.ts';
import { freePort } from '../../scripts/free-port.ts';
import { type SampleRecipientProcess, startSampleRecipient, untilItSpeaks } from './sample-recipient.ts';
import { discardServer, newDirectory, newSecret, repository, type Server, startServer } from './server.ts';

/** The sample bank and the sample recipient as processes of their own, and an Accord that knows them. */
export interface SampleWorld {
  bank: string;
  accord: Server;
  recipient: SampleRecipientProcess;
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
  await untilItSpeaks(process, ended);
  const accord = await startServer({ port, directory, registry, variables: { [secretVariable]: accordSecret } });
  const recipient = await startSampleRecipient(accord.origin, registry);
  return {
    bank,
    accord,
    recipient,
    accordSecret,
    async close() {
      await discardServer(accord);
      process.kill();
      await Promise.all([recipient.close(), ended]);
    },
  };
}
