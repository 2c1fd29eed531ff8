import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Database } from './database.ts';
import { cpuMillisecondsOf, processesOf, readStat, residentMegabytesOf } from './process-tree.ts';

export interface Server {
  url: URL;
  pid: number;
  /** `performance.now()` just before the process was spawned. */
  startedAt: number;
  /** User and system time of the whole process tree since it began, and of its database's. */
  cpuMilliseconds(): number;
  /** Without the database's. */
  residentMegabytes(): number;
  processCount(): number;
  /** The processes that write to disk: its own where it has the database in itself, else the database's. */
  databasePids(): number[];
  /** What the process has written so far: said when something fails. */
  output(): string;
  stop(): Promise<void>;
}

export interface Command {
  args: string[];
  cwd: string;
  env: Record<string, string>;
  url: URL;
  database?: Database;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a server with the Node that runs the bench and an environment of its own. */
export function startServer({ args, cwd, env, url, database }: Command): Server {
  const { PATH = '', HOME = '' } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH, HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`could not start ${args.join(' ')}`);
  running.add(child);
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = once(child, 'exit').then(() => running.delete(child));

  return {
    url,
    pid,
    startedAt,
    cpuMilliseconds: () => cpuMillisecondsOf(pid) + (database?.pid === undefined ? 0 : cpuMillisecondsOf(database.pid)),
    residentMegabytes: () => residentMegabytesOf(pid),
    processCount: () => processesOf(pid).length,
    databasePids: () => processesOf(database?.pid ?? pid),
    output: () => output,
    async stop() {
      const tree = processesOf(pid);
      child.kill('SIGTERM');
      const patience = setTimeout(() => {
        for (const id of tree) if (readStat(id)) process.kill(id, 'SIGKILL');
      }, 5_000);
      await exited;
      clearTimeout(patience);
    },
  };
}
