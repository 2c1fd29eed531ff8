import { listConsentsOfRequest, listConsentsToRecipient } from '../storage/consent-lists.ts';
import { findConsent, isActive, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import type { LoadedRequest } from './loaded-request.ts';
import { requestHashOf } from './request-hash.ts';

/** What this very request has given already, else the lasting consent to this recipient that a new one would replace. */
export async function findPreviousConsent(
  db: Database,
  { request, terms }: LoadedRequest,
  session: Session,
  now: number,
): Promise<StoredConsent | undefined> {
  const [allowed] = await listConsentsOfRequest(db, requestHashOf({ request, sessionHash: session.idHash }));
  const already = allowed === undefined ? undefined : await findConsent(db, allowed);
  if (already && isActive(already, now)) return already;
  if (terms.durationType === 'ONE_TIME') return undefined;
  const customer = { providerId: request.providerId, sub: session.sub, clientId: request.clientId };
  const [newest] = await listConsentsToRecipient(db, customer, now);
  return newest;
}
