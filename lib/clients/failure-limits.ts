import { RateLimiterRes } from 'rate-limiter-flexible';
import { hashToken } from '../keys/random-token.ts';
import { environment } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { FailureLimiter } from '../storage/failures.ts';

/** What failures are counted of: signing in, or an API that clients prove themselves to. */
export type Limited = 'sign-in' | 'client';

function limiterOf(db: Database, kind: Limited): FailureLimiter {
  const { seconds, signIn, client } = environment().failureLimits;
  return new FailureLimiter(db, { keyPrefix: kind, duration: seconds, points: kind === 'sign-in' ? signIn : client });
}

// Neither names nor addresses are kept.
const keyOf = (who: readonly string[]) => hashToken(JSON.stringify(who));
const secondsLeft = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));

/** The seconds to wait after too many failures of this client and address, on whichever instance; undefined for none. */
export async function waitOf(db: Database, kind: Limited, who: readonly string[]): Promise<number | undefined> {
  const limiter = limiterOf(db, kind);
  const counted = await limiter.get(keyOf(who));
  return counted && counted.consumedPoints >= limiter.points ? secondsLeft(counted) : undefined;
}

/**
 * Counts an attempt as failed before it is tried, so that parallel guesses cannot slip past the limit; the seconds to
 * wait when there were too many.
 */
export async function countAttempt(db: Database, kind: Limited, who: readonly string[]): Promise<number | undefined> {
  try {
    await limiterOf(db, kind).consume(keyOf(who));
    return undefined;
  } catch (fault) {
    if (fault instanceof RateLimiterRes) return secondsLeft(fault);
    throw fault;
  }
}

/** Counts a failure that has happened. */
export async function countFailure(db: Database, kind: Limited, who: readonly string[]): Promise<void> {
  await limiterOf(db, kind).penalty(keyOf(who));
}

/** Forgets the failures of one who has proved themselves. */
export async function forgetFailures(db: Database, kind: Limited, who: readonly string[]): Promise<void> {
  await limiterOf(db, kind).delete(keyOf(who));
}
