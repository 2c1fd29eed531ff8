import { log } from '../log/log.ts';
import { processWide } from '../process/process-wide.ts';
import type { Database } from '../storage/database.ts';
import { sweepLimit, sweepOnce } from './sweep-once.ts';

/** Milliseconds between two sweeps of a process; each waits a little more or less, so that instances spread out. */
const pause = 60_000;

/** Sweeps about once a minute for as long as the process lives, without keeping it alive. An unreachable database is tried again later. */
export function startHousekeeping(db: Database, clock: () => number): void {
  processWide('housekeeping', () => {
    const wait = (milliseconds: number) => setTimeout(sweep, milliseconds * (0.5 + Math.random())).unref();
    const sweep = async () => {
      const found = await sweepOnce(db, clock()).catch((fault: Error) => {
        log().warn({ reason: fault.message }, 'housekeeping is put off');
        return 0;
      });
      // More is left than one batch takes.
      wait(found >= sweepLimit ? 1000 : pause);
    };
    return wait(pause);
  });
}
