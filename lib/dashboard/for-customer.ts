import { type Problem, type ProblemName, problem, type Redirect } from '../http/problem.ts';
import { orUnavailable } from '../storage/database.ts';
import type { findCustomer, Visit } from './find-customer.ts';

/**
 * What `act` comes to for a customer who is signed in; anyone else is sent to sign in. What is not the customer's own is
 * not there, and what the database cannot tell now is a problem to show.
 */
export async function forCustomer<Outcome extends { outcome: string }>(
  visit: Awaited<ReturnType<typeof findCustomer>>,
  act: (visit: Visit) => Promise<Outcome | { outcome: 'not-found' }>,
  unavailable: ProblemName = 'unavailable',
): Promise<Exclude<Outcome, { outcome: 'not-found' }> | Redirect | Problem> {
  const { outcome } = visit;
  if (outcome === 'redirect' || outcome === 'problem') return visit;
  if (outcome === 'choose-provider') return problem('not-found', 404, visit.language);
  const { providerId } = visit.provider;
  const notFound = problem('not-found', 404, visit.language, { providerId });
  const acted = await orUnavailable(
    () => act(visit),
    () => problem(unavailable, 503, visit.language, { providerId, next: { again: `${visit.path}?${visit.place}` } }),
  );
  return acted.outcome === 'not-found' ? notFound : (acted as Exclude<Outcome, { outcome: 'not-found' }> | Problem);
}
