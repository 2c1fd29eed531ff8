import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contender } from './contender.ts';
import { watchFsyncs } from './fsyncs.ts';
import { beginLanes } from './machine-lanes.ts';
import type { RowName } from './machine-rows.ts';

import { startWithCustomers } from './measure.ts';

/** What one request takes of the database, when it is alone. */
export interface Counts {
  statements: number;
  /** Undefined where nothing can tell. */
  fsyncs: number | undefined;
}

const hook = pathToFileURL(join(import.meta.dirname, 'count-statements.ts')).href;
const requests = 20;

/** Counts in a run of its own, so that counting is not measured. */
export async function countStatements(
  contender: Contender,
  rows: RowName[],
  file: string,
): Promise<Map<RowName, Counts>> {
  writeFileSync(file, '');
  const env = { BENCH_STATEMENTS: file, NODE_OPTIONS: `--import=${hook}` };
  const running = await startWithCustomers(contender, 1, env);
  const { server, connections } = running;
  const fsyncs = await watchFsyncs(server.databasePids(), `${file}.fsyncs`);
  const counts = new Map<RowName, Counts>();
  try {
    for (const row of rows) {
      const [request] = await beginLanes(row, running);
      await connections.during(1, async () => {
        // The first may do what the next need not.
        await request?.();
        const [statementsBefore, fsyncsBefore] = [statSync(file).size, fsyncs?.count()];
        for (let done = 0; done < requests; done += 1) await request?.();
        const flushed = fsyncs && fsyncsBefore !== undefined ? (fsyncs.count() - fsyncsBefore) / requests : undefined;
        counts.set(row, { statements: (statSync(file).size - statementsBefore) / requests, fsyncs: flushed });
      });
    }
  } finally {
    await fsyncs?.stop();
    await server.stop();
  }
  return counts;
}
