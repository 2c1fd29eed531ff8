import { createHash, timingSafeEqual } from 'node:crypto';
import { countAttempt, forgetFailures, secondsToWait } from '../clients/failure-limits.ts';
import { networkOf } from '../clients/network-of.ts';
import type { Provider, SampleCustomer } from '../registry/provider.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

type SampleFailure = { outcome: 'wrong-credentials' } | { outcome: 'too-many-failures'; retryAfter: number };
export type SampleSignIn = { outcome: 'signed-in'; customer: SampleCustomer } | SampleFailure;

/** Whose failures are counted: of a customer in one network, and of a customer anywhere. */
interface Counted {
  here: string[];
  anywhere: string[];
}

/**
 * Checks a sample customer's password. Only failures count: after ten in five minutes from one network the customer waits
 * there, and after a hundred in an hour from anywhere, everywhere; a right password waits where a wrong one does. How long,
 * in seconds, is said.
 */
export async function signInSampleCustomer(
  db: Database,
  provider: Provider,
  given: { username: string; password: string; address: string },
): Promise<SampleSignIn> {
  const username = given.username.trim().toLowerCase();
  const anywhere = [provider.providerId, username];
  const counted = { here: [...anywhere, networkOf(given.address)], anywhere };
  const customer = provider.customers.find((candidate) => candidate.username.toLowerCase() === username);
  // Compared even when there is no such customer, so that the time taken tells nothing.
  const matches = isSamePassword(given.password, customer?.password ?? '');
  if (!customer || !matches) return countFailure(db, counted);
  const retryAfter = await timeToWait(db, counted);
  if (retryAfter !== undefined) return { outcome: 'too-many-failures', retryAfter };
  await forgetFailures(db, 'sign-in', counted.here);
  return { outcome: 'signed-in', customer };
}

/** Whoever waits here already is not counted once more: one address alone does not shut a customer out everywhere. */
async function countFailure(db: Database, { here, anywhere }: Counted): Promise<SampleFailure> {
  const retryAfter = (await countAttempt(db, 'sign-in', here)) ?? (await countAttempt(db, 'customer', anywhere));
  return retryAfter === undefined ? { outcome: 'wrong-credentials' } : { outcome: 'too-many-failures', retryAfter };
}

// In a transaction it waits its turn behind the guesses that came before it.
const timeToWait = (db: Database, { here, anywhere }: Counted) =>
  inTransaction(
    db,
    async (transaction) =>
      (await secondsToWait(transaction, 'customer', anywhere)) ?? secondsToWait(transaction, 'sign-in', here),
  );

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSamePassword = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected));
