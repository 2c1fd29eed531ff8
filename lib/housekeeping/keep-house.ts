import { log } from '../log/log.ts';
import { now } from '../process/clock.ts';
import { processWide } from '../process/process-wide.ts';
import { database } from '../storage/database.ts';
import { sweep, sweepLimit } from './sweep.ts';

/** Milliseconds between two sweeps of a process; each waits a little more or less, so that instances spread out. */
const pause = 60_000;

/** Sweeps now and then for as long as the process lives; it keeps none alive, and a database that is away is asked later. */
export function keepHouse(): void {
  processWide('housekeeping', () => {
    const wait = (milliseconds: number) => setTimeout(tidy, milliseconds * (0.5 + Math.random())).unref();
    const tidy = async () => {
      const found = await sweep(database(), now()).catch((fault: Error) => {
        log().warn({ reason: fault.message }, 'housekeeping is put off');
        return 0;
      });
      // More is left than one batch takes.
      wait(found >= sweepLimit ? 1000 : pause);
    };
    return wait(pause);
  });
}
