import { setTimeout as delay } from 'node:timers/promises';
import { log } from '../log/log.ts';
import { processWide } from '../process/process-wide.ts';
import type { Database } from '../storage/database.ts';
import { agreesWithDatabase } from './database-clock.ts';
import { keepEvidence } from './keep-evidence.ts';
import { sweepLimit, sweepOnce } from './sweep-once.ts';
import { type Clocks, watchClock } from './watch-clock.ts';

/** Milliseconds between two rounds of a process; each waits a little more or less, so that instances spread out. */
const pause = 60_000;
/** Milliseconds between two batches of a round, in which others come in. */
const breath = 50;

/**
 * Sweeps about once a minute for as long as the process lives, without keeping it alive. A round is put off while the
 * database is out of reach or the time is in doubt.
 */
export function startHousekeeping(db: Database, clocks: Clocks): void {
  processWide('housekeeping', () => {
    const isRight = watchClock(clocks);
    const round = async () => {
      const reason = await sweepAll(db, clocks.wall, isRight).catch((fault: Error) => fault.message);
      if (reason !== undefined) log().warn({ reason }, 'housekeeping is put off');
      else await keepEvidence(db, clocks.wall()).catch(reportEvidence);
      wait();
    };
    const wait = () => setTimeout(round, pause * (0.5 + Math.random())).unref();
    return wait();
  });
}

const reportEvidence = ({ message }: Error) => log().warn({ reason: message }, 'anchors of the evidence are put off');

/** Sweeps until nothing is left to take, or says why it does not. */
export async function sweepAll(db: Database, wall: () => number, isRight: () => boolean): Promise<string | undefined> {
  for (;;) {
    const now = wall();
    if (!isRight()) return 'the clock of this machine was set';
    if (!(await agreesWithDatabase(db, now))) return 'the clock of the database differs';
    if ((await sweepOnce(db, now)) < sweepLimit) return undefined;
    await delay(breath, undefined, { ref: false });
  }
}
