import { now } from '../process/clock.ts';
import { type Database, database } from '../storage/database.ts';

/** The database of this process and the time, in epoch seconds: what `app` hands to the functions of `lib`. */
export const atHand = (): { db: Database; now: number } => ({ db: database(), now: now() });
