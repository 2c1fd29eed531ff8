import { hashToken } from '../keys/random-token.ts';
import type { Database } from './database.ts';
import { noticeRow } from './notice-row.ts';
import { rowReader } from './row-reader.ts';
import { statement } from './statement.ts';

export const readNotice = rowReader(
  'notices',
  noticeRow.transform((row) => ({
    id: row.id,
    subscriber: { kind: row.subscriber_kind, id: row.subscriber_id },
    consentId: row.consent_id,
    number: row.number,
    type: row.type,
    detail: row.detail,
    createdAt: row.created_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at ?? undefined,
    settledAt: row.settled_at ?? undefined,
    outcome: row.outcome ?? undefined,
    fault: row.fault ?? undefined,
  })),
);

/** What one subscriber is to be told of one consent, and how far that has come; times in epoch seconds. */
export type Notice = ReturnType<typeof readNotice>;

export type Subscriber = Notice['subscriber'];

export type NewNotice = Pick<Notice, 'subscriber' | 'consentId' | 'number' | 'type' | 'detail' | 'createdAt'>;

/** Puts notices by, in the transaction of what they tell; one that is there already stays as it is. */
export async function insertNotices(db: Database, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await db
    .insertInto('notices')
    .values(notices.map(rowOf))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export function rowOf({ subscriber, consentId, number, type, detail, createdAt }: NewNotice) {
  return {
    id: hashToken(JSON.stringify([subscriber.kind, subscriber.id, consentId, number, type])),
    subscriber_kind: subscriber.kind,
    subscriber_id: subscriber.id,
    consent_id: consentId,
    number,
    type,
    detail: JSON.stringify(detail),
    created_at: createdAt,
    attempts: 0,
    next_attempt_at: createdAt,
    settled_at: null,
    outcome: null,
    fault: null,
  };
}

/** One of them, to be put by together with what it tells. */
export const noticeInsertion = statement((db, row: ReturnType<typeof rowOf>) =>
  db
    .insertInto('notices')
    .values({
      id: row.id,
      subscriber_kind: row.subscriber_kind,
      subscriber_id: row.subscriber_id,
      consent_id: row.consent_id,
      number: row.number,
      type: row.type,
      detail: row.detail,
      created_at: row.created_at,
      attempts: row.attempts,
      next_attempt_at: row.next_attempt_at,
      settled_at: row.settled_at,
      outcome: row.outcome,
      fault: row.fault,
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

/** Those that may be delivered now: of one subscriber and consent, only the first that is not settled. */
export async function listDueNotices(db: Database, now: number, limit: number): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('next_attempt_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notices as earlier')
            .select('earlier.id')
            .whereRef('earlier.consent_id', '=', 'notices.consent_id')
            .whereRef('earlier.subscriber_kind', '=', 'notices.subscriber_kind')
            .whereRef('earlier.number', '<', 'notices.number')
            .where('earlier.settled_at', 'is', null),
        ),
      ),
    )
    .orderBy('next_attempt_at')
    .limit(limit)
    .execute();
  return rows.map(readNotice);
}

/** Takes a due notice for one attempt; false when another process was first. `until` is when it may be tried again. */
export async function claimNotice(db: Database, { id, attempts }: Notice, until: number): Promise<boolean> {
  const claimed = await db
    .updateTable('notices')
    .set({ attempts: attempts + 1, next_attempt_at: until })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('settled_at', 'is', null)
    .returning('id')
    .execute();
  return claimed.length === 1;
}

export async function settleNotice(
  db: Database,
  id: string,
  settled: { at: number; outcome: NonNullable<Notice['outcome']>; fault?: string | undefined },
): Promise<void> {
  await db
    .updateTable('notices')
    .set({ next_attempt_at: null, settled_at: settled.at, outcome: settled.outcome, fault: settled.fault ?? null })
    .where('id', '=', id)
    .execute();
}

/** Puts a notice off until another attempt, and says why. */
export async function postponeNotice(db: Database, id: string, { until, fault }: { until: number; fault: string }) {
  await db
    .updateTable('notices')
    .set({ next_attempt_at: until, fault })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .execute();
}

export async function removeNotices(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('notices').where('id', 'in', ids).execute();
}
