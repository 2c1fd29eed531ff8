import { readConsents, type StoredConsent } from './consents.ts';
import { type ConsentInUse, consentInUseNames, readConsentInUse } from './consents-in-use.ts';
import type { Database } from './database.ts';

/** A customer, as their provider knows them. */
interface CustomerId {
  providerId: string;
  sub: string;
}

/** The consents of a customer that are in force, the newest first. */
export async function listActiveConsents(db: Database, customer: CustomerId, now: number): Promise<StoredConsent[]> {
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .where('provider_id', '=', customer.providerId)
    .where('sub', '=', customer.sub)
    .where('status', '=', 'active')
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return readConsents(rows);
}

/** The ended consents of a customer, the newest first; `after` is the last of the page before. */
export async function listEndedConsents(
  db: Database,
  customer: CustomerId,
  { now, limit, after }: { now: number; limit: number; after?: { createdAt: number; id: string } | undefined },
): Promise<StoredConsent[]> {
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .where('provider_id', '=', customer.providerId)
    .where('sub', '=', customer.sub)
    .where(({ or, eb }) => or([eb('status', '!=', 'active'), eb('expires_at', '<=', now)]))
    .$if(after !== undefined, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb('created_at', '<', after?.createdAt ?? 0),
          and([eb('created_at', '=', after?.createdAt ?? 0), eb('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return readConsents(rows);
}

const lastingConsents = (db: Database, { providerId, sub, clientId }: CustomerId & { clientId: string }, now: number) =>
  db
    .selectFrom('consents')
    .where('provider_id', '=', providerId)
    .where('sub', '=', sub)
    .where('client_id', '=', clientId)
    .where('status', '=', 'active')
    .where('expires_at', '>', now)
    .where('duration_type', '!=', 'ONE_TIME');

/** The lasting consents in force that a customer has given to one recipient, the newest first. */
export async function listConsentsToRecipient(
  db: Database,
  customer: CustomerId & { clientId: string },
  now: number,
): Promise<StoredConsent[]> {
  const newest = lastingConsents(db, customer, now).selectAll().orderBy('created_at', 'desc').orderBy('id');
  return readConsents(await newest.limit(20).execute());
}

/** Of the lasting consents to one recipient those whose code is not on its way any more, in the order they are locked. */
export async function listSettledConsents(
  db: Database,
  customer: CustomerId & { clientId: string },
  now: number,
): Promise<ConsentInUse[]> {
  const rows = await lastingConsents(db, customer, now)
    .select(consentInUseNames)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('authorization_codes')
            .select('code_hash')
            .whereRef('consent_id', '=', 'consents.id')
            .where('consumed_at', 'is', null)
            .where('revoked_at', 'is', null)
            .where('authorization_codes.expires_at', '>', now),
        ),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => readConsentInUse(row) ?? []);
}

/** The active consents that one session gave to one request, in the order in which they are locked. */
export async function listConsentsOfRequest(db: Database, requestHash: string): Promise<string[]> {
  const rows = await db
    .selectFrom('consents')
    .select('id')
    .where('request_hash', '=', requestHash)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
