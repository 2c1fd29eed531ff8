import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { newDirectory, repository } from './server.ts';

/** The demo as `npm run demo` starts it, with all that it has said. */
export interface Demo {
  process: ChildProcess;
  /** What came on standard output, and on standard error. */
  said: { out: string; error: string };
  ended: Promise<number | null>;
  /** Resolves when it says how to stop it, which it says last. */
  open: Promise<void>;
}

export function startDemo(port: number, variables: Record<string, string> = {}): Demo {
  const DATABASE_URL = `file:${newDirectory()}/accord.db`;
  const child = spawn(process.execPath, ['demo/start.ts'], {
    cwd: repository,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), DATABASE_URL, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  const ended = once(child, 'close').then(([code]) => code as number | null);
  child.stderr.on('data', (chunk) => {
    said.error += chunk;
  });
  const open = new Promise<void>((resolve, reject) => {
    ended.then(() => reject(new Error(`the demo ended: ${said.out}${said.error}`)));
    child.stdout.on('data', (chunk) => {
      said.out += chunk;
      if (said.out.includes('Ctrl+C')) resolve();
    });
  });
  open.catch(() => undefined);
  return { process: child, said, ended, open };
}

/** The first of three ports side by side, as the demo wants them for Accord, its bank and its recipient. */
export async function freePortsInARow(): Promise<number> {
  for (;;) {
    // Below those that the system gives to connections on their way out.
    const port = randomInt(20_000, 32_000);
    const free = await Promise.all([port, port + 1, port + 2].map(isFree));
    if (free.every(Boolean)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  const outcome = await Promise.race([
    once(probe, 'listening').then(() => true),
    once(probe, 'error').then(() => false),
  ]).catch(() => false);
  probe.close();
  return outcome;
}
