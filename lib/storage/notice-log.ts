import type { Database } from './database.ts';
import { type Notice, readNotice } from './notices.ts';

/** The log of deliveries, the newest first. */
export async function listNotices(db: Database, filter: NoticeFilter, limit: number): Promise<Notice[]> {
  let query = db.selectFrom('notices').selectAll();
  if (filter.consentId) query = query.where('consent_id', '=', filter.consentId);
  if (filter.subscriberId) query = query.where('subscriber_id', '=', filter.subscriberId);
  if (filter.isGivenUp) query = query.where('outcome', '=', 'given-up');
  if (filter.isOpen) query = query.where('settled_at', 'is', null);
  const rows = await query.orderBy('created_at', 'desc').orderBy('number', 'desc').limit(limit).execute();
  return rows.map(readNotice);
}

interface NoticeFilter {
  consentId?: string | undefined;
  subscriberId?: string | undefined;
  isGivenUp?: boolean | undefined;
  isOpen?: boolean | undefined;
}

/** Has a notice that was given up tried once more; false when there is none. */
export async function retryNotice(db: Database, id: string, now: number): Promise<boolean> {
  const rows = await db
    .updateTable('notices')
    .set({ next_attempt_at: now, attempts: 0, settled_at: null, outcome: null })
    .where('id', '=', id)
    .where('outcome', '=', 'given-up')
    .returning('id')
    .execute();
  return rows.length === 1;
}
