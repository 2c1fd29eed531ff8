import { createHash, timingSafeEqual } from 'node:crypto';
import { countAttempt, forgetFailures } from '../clients/failure-limits.ts';
import type { Provider, SampleCustomer } from '../registry/provider.ts';
import type { Database } from '../storage/database.ts';

export type SampleSignIn =
  | { outcome: 'signed-in'; customer: SampleCustomer }
  | { outcome: 'wrong-credentials' }
  | { outcome: 'too-many-failures'; retryAfter: number };

/** Checks a sample customer's password; after too many failures for one customer and address (10 in 5 minutes), says how many seconds to wait. */
export async function signInSampleCustomer(
  db: Database,
  provider: Provider,
  given: { username: string; password: string; address: string },
): Promise<SampleSignIn> {
  const username = given.username.trim().toLowerCase();
  const who = [provider.providerId, username, given.address];
  const retryAfter = await countAttempt(db, 'sign-in', who);
  if (retryAfter !== undefined) return { outcome: 'too-many-failures', retryAfter };
  const customer = provider.customers.find((candidate) => candidate.username.toLowerCase() === username);
  // Compared even when there is no such customer, so that the time taken tells nothing.
  const matches = isSamePassword(given.password, customer?.password ?? '');
  if (!customer || !matches) return { outcome: 'wrong-credentials' };
  await forgetFailures(db, 'sign-in', who);
  return { outcome: 'signed-in', customer };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSamePassword = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected));
