import { readdirSync, readFileSync } from 'node:fs';

/** `USER_HZ`, the unit of times in /proc: 100 on every Linux that Node runs on. */
const MILLISECONDS_PER_TICK = 10;

interface Stat {
  parent: number;
  ticks: number;
}

export function readStat(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the command, in brackets, may hold blanks; the numbered fields begin behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // User and system time, its own and that of children which have ended.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks };
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

/** The process and all that descend from it. */
export const processesOf = (root: number): number[] => [...readTree(root).keys()];

/** User and system time of a process tree since it began. */
export const cpuMillisecondsOf = (root: number): number =>
  [...readTree(root).values()].reduce((sum, { ticks }) => sum + ticks, 0) * MILLISECONDS_PER_TICK;

export const residentMegabytesOf = (root: number): number =>
  processesOf(root).reduce((sum, id) => sum + residentKilobytes(id), 0) / 1024;
