import { join } from 'node:path';
import { freePort } from '../scripts/free-port.ts';
import { accord } from './accord.ts';
import type { Contender } from './contender.ts';
import type { DatabaseKind, NewDatabase } from './database.ts';
import { forSeconds } from './drive.ts';
import { type Counts, countStatements } from './machine-counts.ts';
import { beginLanes } from './machine-lanes.ts';
import type { RowName } from './machine-rows.ts';
import { printBlock } from './machines-report.ts';
import { type Round, type Running, runRound, startWithCustomers } from './measure.ts';
import { oidcProvider } from './oidc-provider-contender.ts';
import type { Options } from './options.ts';
import { writeRegistry } from './registry.ts';

const repository = join(import.meta.dirname, '..');

/** The rounds of one kind of request, ours and the library's, in turns. */
export interface Measured {
  row: RowName;
  concurrency: number;
  rounds: Round[][];
}

/** What requests of machines, and a whole journey, cost beside oidc-provider: by database and number of processes. */
export async function compareMachines(options: Options, directory: string, newDatabase: NewDatabase): Promise<void> {
  const most = Math.max(...options.concurrency);
  const registry = writeRegistry(repository, join(directory, 'machines.json'), most);

  async function contendersOn(kind: DatabaseKind, processes: number, use: string): Promise<Contender[]> {
    const database = (name: string) => newDatabase(kind, `${name}_${use}_${processes}`);
    const [ours, library] = [await database('accord'), await database('oidc_provider')];
    const shape = { folder: repository, registry, processes };
    return [
      accord({ name: 'Accord', ...shape, port: await freePort(), database: ours }),
      oidcProvider({ name: 'oidc-provider', port: await freePort(), database: library, processes }),
    ];
  }

  for (const kind of options.databases) {
    const counts: Map<RowName, Counts>[] = [];
    for (const contender of await contendersOn(kind, 1, 'counted'))
      counts.push(await countStatements(contender, options.rows, join(directory, 'statements')));
    for (const processes of options.processes) {
      console.log(`\n${kind}, processes each: ${processes}`);
      const running: Running[] = [];
      try {
        for (const contender of await contendersOn(kind, processes, 'driven'))
          running.push(await startWithCustomers(contender, most));
        const measured: Measured[] = [];
        for (const row of options.rows) measured.push(...(await measureRow(row, running, options)));
        for (const concurrency of options.concurrency) printBlock({ kind, processes, concurrency }, measured, counts);
      } finally {
        for (const { server } of running) await server.stop();
      }
    }
  }
}

/** One kind of request at each number at a time: a warm-up, then rounds in turns. */
async function measureRow(row: RowName, running: Running[], { concurrency, rounds, seconds }: Options) {
  console.log(`  ${row}`);
  const work = await Promise.all(running.map((one) => beginLanes(row, one)));
  const drive = (index: number, lanes: number, time: number): Promise<Round> => {
    const one = running[index];
    if (!one) throw new Error('nobody runs');
    return runRound(
      one,
      work[index]?.slice(0, lanes) ?? [],
      () => forSeconds(time),
      (request) => request(),
    );
  };
  const measured: Measured[] = [];
  for (const lanes of concurrency) {
    const all: Round[][] = running.map(() => []);
    const order = running.map((_, index) => index);
    for (const index of order) await drive(index, lanes, 2 * seconds);
    for (let round = 0; round < rounds; round += 1) {
      for (const index of order) all[index]?.push(await drive(index, lanes, seconds));
      order.reverse();
    }
    measured.push({ row, concurrency: lanes, rounds: all });
  }
  return measured;
}
