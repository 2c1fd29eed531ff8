import { readConsents, type StoredConsent } from './consents.ts';
import type { Database } from './database.ts';

/** What consents are looked for by; times in epoch seconds, `until` is not a part of the period. */
export interface ConsentFilter {
  clientId?: string | undefined;
  providerId?: string | undefined;
  sub?: string | undefined;
  correlationId?: string | undefined;
  givenSince?: number | undefined;
  givenUntil?: number | undefined;
  isInForce?: boolean;
}

const page = 200;

/** Every consent that fits, in the order of their ids, read a page at a time: whatever is written meanwhile is no trouble. */
export async function* searchConsents(db: Database, filter: ConsentFilter, now: number): AsyncGenerator<StoredConsent> {
  for (let after = ''; ; ) {
    const rows = await findPage(db, filter, { after, now });
    yield* readConsents(rows);
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last.id;
  }
}

function findPage(db: Database, filter: ConsentFilter, { after, now }: { after: string; now: number }) {
  let query = db.selectFrom('consents').selectAll().where('id', '>', after);
  const { clientId, providerId, sub, correlationId, givenSince, givenUntil, isInForce } = filter;
  if (clientId !== undefined) query = query.where('client_id', '=', clientId);
  if (providerId !== undefined) query = query.where('provider_id', '=', providerId);
  if (sub !== undefined) query = query.where('sub', '=', sub);
  if (correlationId !== undefined) query = query.where('correlation_id', '=', correlationId);
  if (givenSince !== undefined) query = query.where('created_at', '>=', givenSince);
  if (givenUntil !== undefined) query = query.where('created_at', '<', givenUntil);
  if (isInForce) query = query.where('status', '=', 'active').where('expires_at', '>', now);
  return query.orderBy('id').limit(page).execute();
}
