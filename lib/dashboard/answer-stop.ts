import { withdrawConsent } from '../consent/withdraw.ts';
import { type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { listActiveConsents } from '../storage/consent-lists.ts';
import type { Database } from '../storage/database.ts';
import type { Visit } from './find-customer.ts';
import { noticeQuery } from './notice.ts';
import { customerOf, findOwnConsent } from './own-consents.ts';

const byCustomer = { by: 'customer', reason: 'stopped' } as const;

/** Ends a consent of the customer's own; only the literal `stop` does. */
export async function answerStop(
  db: Database,
  visit: Visit,
  form: URLSearchParams,
  now: number,
): Promise<Redirect | { outcome: 'not-found' }> {
  const view = await findOwnConsent(db, visit, form.get('consent_id') ?? '', now);
  if (!view) return { outcome: 'not-found' };
  const { id, clientId } = view.consent;
  if (form.getAll('decision').join() !== 'stop') return redirectTo(`/consents/${id}/stop?${visit.place}`);
  const { outcome } = await withdrawConsent(db, id, byCustomer, now);
  note({ outcome });
  const notice = outcome === 'ended' ? noticeQuery('stopped', clientId) : noticeQuery('already-ended');
  return redirectTo(`/consents?${visit.place}&${notice}`);
}

/** Ends all that is in force, each by itself: what fails in between is still there to be stopped. */
export async function answerStopAll(db: Database, visit: Visit, form: URLSearchParams, now: number): Promise<Redirect> {
  if (form.getAll('decision').join() !== 'stop') return redirectTo(`/consents/stop?${visit.place}`);
  for (const { id } of await listActiveConsents(db, customerOf(visit), now))
    await withdrawConsent(db, id, byCustomer, now);
  note({ outcome: 'ended' });
  return redirectTo(`/consents?${visit.place}&${noticeQuery('stopped-all')}`);
}
