import { createHash, timingSafeEqual } from 'node:crypto';
import { now } from '../clock.ts';
import { hashToken } from '../random.ts';
import type { Provider, SampleCustomer } from '../registry/provider.ts';
import { database } from '../storage/database.ts';
import {
  countSignInFailure,
  forgetOldSignInFailures,
  forgetSignInFailures,
  oldestSignInFailure,
} from '../storage/sign-in-failures.ts';

const limit = { most: 10, seconds: 300 };

export type SampleSignIn =
  | { outcome: 'signed-in'; customer: SampleCustomer }
  | { outcome: 'wrong-credentials' }
  | { outcome: 'too-many-failures'; retryAfter: number };

/** Checks a sample customer's password; after 10 failures for one customer and address in 5 minutes, says how many seconds to wait. */
export async function signInSampleCustomer(
  provider: Provider,
  given: { username: string; password: string; address: string },
): Promise<SampleSignIn> {
  const at = now();
  await forgetOldSignInFailures(database(), at - limit.seconds);
  const username = given.username.trim().toLowerCase();
  const subjectHash = hashToken(JSON.stringify([provider.providerId, username, given.address]));
  if (!(await countSignInFailure(database(), { subjectHash, now: at, ...limit }))) {
    const oldest = await oldestSignInFailure(database(), subjectHash, at - limit.seconds);
    return { outcome: 'too-many-failures', retryAfter: Math.max(1, oldest + limit.seconds - at) };
  }
  const customer = provider.customers.find((candidate) => candidate.username.toLowerCase() === username);
  // Compared even when there is no such customer, so that the time taken tells nothing.
  const matches = isSamePassword(given.password, customer?.password ?? '');
  if (!customer || !matches) return { outcome: 'wrong-credentials' };
  await forgetSignInFailures(database(), subjectHash);
  return { outcome: 'signed-in', customer };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSamePassword = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected));
