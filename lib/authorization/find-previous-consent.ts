import { listConsentsToRecipient } from '../storage/consent-lists.ts';
import type { StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import type { LoadedRequest } from './loaded-request.ts';
import { requestHashOf } from './request-hash.ts';

/** The lasting consent of this customer to this recipient that a new one would replace, unless this very request gave it. */
export async function findPreviousConsent(
  db: Database,
  { request, terms }: LoadedRequest,
  session: Session,
  now: number,
): Promise<StoredConsent | undefined> {
  if (terms.durationType === 'ONE_TIME') return undefined;
  const customer = { providerId: request.providerId, sub: session.sub, clientId: request.clientId };
  const given = await listConsentsToRecipient(db, customer, now);
  const requestHash = requestHashOf({ request, sessionHash: session.idHash });
  return given.find((consent) => consent.requestHash !== requestHash);
}
