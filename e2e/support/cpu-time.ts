import { readFileSync } from 'node:fs';
import type { Server } from '../servers/server.ts';
import { type Call, call } from './http-call.ts';

const rounds = 3;
const requestsARound = 100;

/** The processor time that a request costs the server's process, in ticks of the kernel: a median of rounds. */
export async function cpuTimeOf(server: Server, request: Call): Promise<number> {
  await call(server.origin, request);
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await costOfRound(server, request));
  return costs.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

async function costOfRound(server: Server, request: Call): Promise<number> {
  const before = ticksOf(server);
  let sent = 0;
  // A request that costs a second need not be sent a hundred times to be found out.
  while (sent < requestsARound && ticksOf(server) - before < 200) {
    await call(server.origin, request);
    sent += 1;
  }
  return (ticksOf(server) - before) / sent;
}

/** User and system time of the process (proc_pid_stat(5), fields 14 and 15). */
function ticksOf({ process: { pid } }: Server): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return (user ?? 0) + (system ?? 0);
}
