import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { pushedRequestRow } from './schema.ts';

const readPushedRequest = rowReader(
  'pushed_requests',
  pushedRequestRow.transform((row) => ({
    requestUriHash: row.request_uri_hash,
    clientId: row.client_id,
    parameters: row.parameters,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    isAnswered: row.answered_by !== null,
  })),
);
type StoredRequest = ReturnType<typeof readPushedRequest>;

/** A pushed request by the hash of its URI; `parameters` is its canonical form. Times in epoch seconds. */
export type PushedRequest = Omit<StoredRequest, 'isAnswered'>;

export async function insertPushedRequest(db: Database, pushed: PushedRequest): Promise<void> {
  await db
    .insertInto('pushed_requests')
    .values({
      request_uri_hash: pushed.requestUriHash,
      client_id: pushed.clientId,
      parameters: pushed.parameters,
      created_at: pushed.createdAt,
      expires_at: pushed.expiresAt,
      answered_by: null,
    })
    .execute();
}

/** A pushed request, whether or not its time is over or somebody has answered it. */
export async function findStoredRequest(db: Database, requestUriHash: string): Promise<StoredRequest | undefined> {
  const row = await db
    .selectFrom('pushed_requests')
    .selectAll()
    .where('request_uri_hash', '=', requestUriHash)
    .executeTakeFirst();
  return row && readPushedRequest(row);
}

/** Answers a pushed request in one conditional statement; true again for the same ticket, false when another was first. */
export async function answerPushedRequest(db: Database, requestUriHash: string, ticketHash: string): Promise<boolean> {
  const { numUpdatedRows } = await pushedAnswer(db, requestUriHash, ticketHash).executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The same to be made together with what was decided. */
export const pushedAnswer = (db: Database, requestUriHash: string, ticketHash: string) =>
  db
    .updateTable('pushed_requests')
    .set({ answered_by: ticketHash })
    .where('request_uri_hash', '=', requestUriHash)
    .where(({ or, eb }) => or([eb('answered_by', 'is', null), eb('answered_by', '=', ticketHash)]));
