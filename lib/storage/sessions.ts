import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { sessionRow } from './schema.ts';

const readSession = rowReader(
  'sessions',
  sessionRow.transform((row) => ({
    idHash: row.id_hash,
    providerId: row.provider_id,
    sub: row.sub,
    name: row.name,
    accounts: row.accounts,
    authenticatedAt: row.authenticated_at,
    expiresAt: row.expires_at,
    ...(row.begun_at !== null && { begunAt: row.begun_at }),
    ...(row.journey_id !== null && { journeyId: row.journey_id }),
    ...(row.language !== null && { language: row.language }),
    ...(row.id_token !== null && { sealedIdToken: row.id_token }),
  })),
);

/** A customer signed in at a provider, and the accounts the provider named then. Times in epoch seconds. */
export type Session = ReturnType<typeof readSession>;

export async function insertSession(db: Database, session: Session): Promise<void> {
  await db
    .insertInto('sessions')
    .values({
      id_hash: session.idHash,
      provider_id: session.providerId,
      sub: session.sub,
      name: session.name,
      accounts: JSON.stringify(session.accounts),
      authenticated_at: session.authenticatedAt,
      expires_at: session.expiresAt,
      begun_at: session.begunAt ?? null,
      id_token: session.sealedIdToken ?? null,
      journey_id: session.journeyId ?? null,
      language: session.language ?? null,
    })
    .execute();
}

/** The session of a hashed id, unless it has expired. */
export async function findSession(db: Database, idHash: string, now: number): Promise<Session | undefined> {
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id_hash', '=', idHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && readSession(row);
}

export async function prolongSession(db: Database, idHash: string, expiresAt: number): Promise<void> {
  await db.updateTable('sessions').set({ expires_at: expiresAt }).where('id_hash', '=', idHash).execute();
}

export async function deleteSession(db: Database, idHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
}
