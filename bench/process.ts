import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** `USER_HZ`, the unit of times in /proc: 100 on every Linux that Node runs on. */
const MILLISECONDS_PER_TICK = 10;

export interface Server {
  url: URL;
  /** `performance.now()` just before the process was spawned. */
  startedAt: number;
  /** User and system time of the whole process tree since it began. */
  cpuMilliseconds(): number;
  residentMegabytes(): number;
  processCount(): number;
  /** What the process has written so far: said when something fails. */
  output(): string;
  stop(): Promise<void>;
}

export interface Command {
  args: string[];
  cwd: string;
  env: Record<string, string>;
  url: URL;
}

interface Stat {
  parent: number;
  ticks: number;
}

function readStat(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the command, in brackets, may hold blanks; the numbered fields begin behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
}

function readTree(root: number): Map<number, Stat> {
  const all = new Map<number, Stat>();
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    const stat = readStat(pid);
    if (stat) all.set(pid, stat);
  }
  const isInTree = (pid: number): boolean => {
    for (let at = pid; at > 0; at = all.get(at)?.parent ?? 0) {
      if (at === root) return true;
    }
    return false;
  };
  return new Map([...all].filter(([pid]) => isInTree(pid)));
}

function residentKilobytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a server with the Node that runs the bench and an environment of its own. */
export function startServer({ args, cwd, env, url }: Command): Server {
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
    startedAt,
    cpuMilliseconds: () =>
      [...readTree(pid).values()].reduce((sum, { ticks }) => sum + ticks, 0) * MILLISECONDS_PER_TICK,
    residentMegabytes: () => [...readTree(pid).keys()].reduce((sum, id) => sum + residentKilobytes(id), 0) / 1024,
    processCount: () => readTree(pid).size,
    output: () => output,
    async stop() {
      const tree = [...readTree(pid).keys()];
      child.kill('SIGTERM');
      const patience = setTimeout(() => {
        for (const id of tree) if (readStat(id)) process.kill(id, 'SIGKILL');
      }, 5_000);
      await exited;
      clearTimeout(patience);
    },
  };
}
