import { z } from 'zod';
import { account } from '../registry/account.ts';
import type { Database } from './database.ts';

const storedAccounts = z.array(account);

/** A customer signed in at a provider, and the accounts the provider named then. Times in epoch seconds. */
export interface Session {
  idHash: string;
  providerId: string;
  sub: string;
  name: string;
  accounts: z.infer<typeof storedAccounts>;
  authenticatedAt: number;
  expiresAt: number;
  /** The bank's, sealed; a sample bank has none. */
  sealedIdToken?: string | undefined;
}

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
      id_token: session.sealedIdToken ?? null,
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
  return (
    row && {
      idHash: row.id_hash,
      providerId: row.provider_id,
      sub: row.sub,
      name: row.name,
      accounts: storedAccounts.parse(JSON.parse(row.accounts)),
      authenticatedAt: row.authenticated_at,
      expiresAt: row.expires_at,
      ...(row.id_token !== null && { sealedIdToken: row.id_token }),
    }
  );
}

export async function deleteSession(db: Database, idHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
}
