import { RateLimiterRes } from 'rate-limiter-flexible';
import { hashToken } from '../keys/random-token.ts';
import { environment } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { FailureLimiter } from '../storage/failures.ts';

/** What is counted: wrong passwords, at one place and anywhere, wrong client credentials, and what a public client has us store. */
type Limited = 'sign-in' | 'customer' | 'client' | 'public-client';

/** The most that one network may have us store without proving itself; mobile networks put many customers behind one address. */
export const mostUnproved = 300;

const hour = 3600;

function limiterOf(db: Database, kind: Limited): FailureLimiter {
  const { seconds, signIn, customer, client } = environment().failureLimits;
  const points = { 'sign-in': signIn, customer, client, 'public-client': mostUnproved }[kind];
  return new FailureLimiter(db, { keyPrefix: kind, duration: kind === 'customer' ? hour : seconds, points });
}

// Neither names nor addresses are kept.
const keyOf = (who: readonly string[]) => hashToken(JSON.stringify(who));
const secondsLeft = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));

/** Counts an attempt, on all instances together; the seconds to wait when there were too many. */
export async function countAttempt(db: Database, kind: Limited, who: readonly string[]): Promise<number | undefined> {
  try {
    await limiterOf(db, kind).consume(keyOf(who));
    return undefined;
  } catch (fault) {
    if (fault instanceof RateLimiterRes) return secondsLeft(fault);
    throw fault;
  }
}

/** The seconds that are left to wait where no more failures are allowed; looks, and counts nothing. */
export async function secondsToWait(db: Database, kind: Limited, who: readonly string[]): Promise<number | undefined> {
  const limiter = limiterOf(db, kind);
  const counted = await limiter.get(keyOf(who));
  return counted && counted.consumedPoints >= limiter.points ? secondsLeft(counted) : undefined;
}

/** Forgets the attempts of one who has proved themselves. */
export async function forgetFailures(db: Database, kind: Limited, who: readonly string[]): Promise<void> {
  await limiterOf(db, kind).delete(keyOf(who));
}
