import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { decisionRow } from './schema.ts';

const readDecision = rowReader('decisions', decisionRow);
type StoredDecision = ReturnType<typeof readDecision>;

/** Spends a ticket: true for the first decision on it, false for every later one. */
export async function insertDecision(db: Database, decision: StoredDecision): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await decisionInsertion(db, decision).executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** The same to be made together with what was decided. */
export const decisionInsertion = (db: Database, decision: StoredDecision) =>
  db
    .insertInto('decisions')
    .values(decision)
    .onConflict((conflict) => conflict.doNothing());

export async function findDecision(db: Database, ticketHash: string): Promise<StoredDecision | undefined> {
  const row = await db.selectFrom('decisions').selectAll().where('ticket_hash', '=', ticketHash).executeTakeFirst();
  return row && readDecision(row);
}

/** An allowed ticket that was then denied allows nothing any more. */
export async function markDecisionDenied(db: Database, ticketHash: string, now: number): Promise<void> {
  await db
    .updateTable('decisions')
    .set({ outcome: 'denied', decided_at: now })
    .where('ticket_hash', '=', ticketHash)
    .execute();
}
