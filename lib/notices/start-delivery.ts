import { log } from '../log/log.ts';
import { processWide } from '../process/process-wide.ts';
import { currentRegistry } from '../registry/current.ts';
import type { Database } from '../storage/database.ts';
import { announceEnds } from './announce-ends.ts';
import { deliverNotices, deliveryLimit } from './deliver-notices.ts';

/** Milliseconds between two looks at what is due. */
const pause = 2000;
/** Seconds between two looks at what will end. */
const announcePause = 60;
const announceLimit = 200;

/** Delivers notices for as long as the process lives, without keeping it alive. */
export function startDelivery(db: Database, clock: () => number): void {
  processWide('delivery', () => {
    let announcedAt = 0;
    const work = async () => {
      const now = clock();
      if (now >= announcedAt + announcePause && hasSubscribers()) {
        announcedAt = (await announceEnds(db, now, announceLimit)) < announceLimit ? now : 0;
      }
      return deliverNotices(db, clock);
    };
    const round = async () => {
      const count = await work().catch((fault: Error) => {
        log().warn({ reason: fault.message }, 'notices are put off');
        return 0;
      });
      wait(count < deliveryLimit ? pause * (0.5 + Math.random()) : 0);
    };
    const wait = (milliseconds: number) => setTimeout(round, milliseconds).unref();
    return wait(pause);
  });
}

function hasSubscribers(): boolean {
  const { recipients, providers } = currentRegistry();
  return [...recipients.values(), ...providers.values()].some(({ notificationUri }) => notificationUri !== undefined);
}
