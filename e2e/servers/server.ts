import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.ts';
import { call } from '../support/http-call.ts';

export const repository = join(import.meta.dirname, '../..');
export const newSecret = () => randomBytes(32).toString('base64');

/** What a server is started with; what is left out is made for the occasion. */
export interface Settings {
  port?: number;
  directory?: string;
  secret?: string;
  registry?: string;
  issuer?: string;
  workers?: number;
  /** Instead of a SQLite file of its own. */
  databaseUrl?: string;
  /** What Node is given to run, instead of our own server. */
  command?: string[];
  /** More of the environment. */
  variables?: Record<string, string>;
}

/** A running server, with what it has written so far. */
export interface Server {
  origin: string;
  port: number;
  issuer: string;
  secret: string;
  directory: string;
  databasePath: string;
  output: string[];
  process: ChildProcess;
  /** Ends it with a signal; gives the exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** Starts the built server and waits until it answers. */
export async function startServer(settings: Settings = {}): Promise<Server> {
  const port = settings.port ?? (await freePort());
  const directory = settings.directory ?? newDirectory();
  const origin = `http://localhost:${port}`;
  const { issuer = origin, secret = newSecret(), registry = join(repository, 'demo/registry.json') } = settings;
  const databasePath = join(directory, 'accord.db');
  const child = spawnServer(
    {
      PORT: String(port),
      ACCORD_ISSUER: issuer,
      ACCORD_SECRET: secret,
      ACCORD_REGISTRY: registry,
      DATABASE_URL: settings.databaseUrl ?? `file:${databasePath}`,
      ACCORD_WORKERS: String(settings.workers ?? 1),
      // Tests fail on purpose, many at once from one address; those about the limit say it themselves.
      ACCORD_CLIENT_FAILURES: '100000',
      ...settings.variables,
    },
    settings.command,
  );
  const output: string[] = [];
  child.stdout?.on('data', (chunk) => output.push(String(chunk)));
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null);
  await untilHealthy(origin, child, output);
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { origin, port, issuer, secret, directory, databasePath, output, process: child, end };
}

/** The server's process with an environment of its own: nothing of ours is handed on but the way to Node. */
export function spawnServer(variables: Record<string, string>, command = ['server.js']): ChildProcess {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ACCORD_WORKERS: '1', ...variables };
  return spawn(process.execPath, command, { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Starts a server that should not start; gives its exit code and all it said. */
export async function startInVain(
  variables: Record<string, string>,
): Promise<{ code: number | NodeJS.Signals | null; text: string }> {
  const child = spawnServer(variables);
  const said: string[] = [];
  child.stdout?.on('data', (chunk) => said.push(String(chunk)));
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 10_000);
  const [code, signal] = await once(child, 'close');
  clearTimeout(tooLong);
  return { code: code ?? signal, text: said.join('') };
}

export const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'accord-e2e-'));

/** Ends a server and removes what it has stored. */
export async function discardServer(server: Server): Promise<void> {
  await server.end('SIGKILL');
  rmSync(server.directory, { recursive: true, force: true });
}

async function untilHealthy(origin: string, child: ChildProcess, output: string[]): Promise<void> {
  const lastMoment = Date.now() + 20_000;
  while (child.exitCode === null && Date.now() < lastMoment) {
    const answer = await call(origin, { path: '/health' }).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not start:\n${output.join('')}`);
}
