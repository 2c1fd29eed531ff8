import { listConsentsOfRequest, listConsentsToRecipient } from '../storage/consent-lists.ts';
import { findConsent, type StoredConsent } from '../storage/consents.ts';
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
  const requestHash = requestHashOf({ request, sessionHash: session.idHash });
  if (terms.durationType === 'ONE_TIME') {
    const [id] = await listConsentsOfRequest(db, requestHash);
    const given = id === undefined ? undefined : await findConsent(db, id);
    return given && given.expiresAt > now ? given : undefined;
  }
  const customer = { providerId: request.providerId, sub: session.sub, clientId: request.clientId };
  const lasting = await listConsentsToRecipient(db, customer, now);
  return lasting.find((consent) => consent.requestHash === requestHash) ?? lasting[0];
}
