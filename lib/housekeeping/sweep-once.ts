import type { Kysely } from 'kysely';
import type { Database } from '../storage/database.ts';
import { expireConsents } from './expire-consents.ts';
import { restoreConsents } from './restore-consents.ts';

const day = 86_400;

/** The most rows of each kind that one sweep takes, so that it never holds others up. */
export const sweepLimit = 200;

/**
 * Takes away what is over, a batch of each kind at most; gives how many rows it found. Consents and their evidence stay and
 * are marked when their time is over. Any instance may sweep at any time.
 */
export async function sweepOnce(db: Database, now: number): Promise<number> {
  const restored = await restoreConsents(db, now, sweepLimit);
  const expired = await expireConsents(db, now, sweepLimit);
  return restored + expired + (await removeExpired(db, now));
}

// One statement for all tables, which differ in names alone.
type AnyTable = Kysely<Record<string, Record<string, string | number>>>;

async function removeExpired(db: Database, now: number): Promise<number> {
  const kinds = [
    // The ticket of a decision is good for ten minutes.
    { table: 'decisions', key: 'ticket_hash', time: 'decided_at', until: now - 3600 },
    // A replayed code is recognized for a day.
    { table: 'authorization_codes', key: 'code_hash', time: 'expires_at', until: now - day },
    // A refresh token that was exchanged ends its consent when it comes back; after a week it is merely unknown.
    { table: 'refresh_tokens', key: 'token_hash', time: 'rotated_at', until: now - 7 * day },
    { table: 'sessions', key: 'id_hash', time: 'expires_at', until: now },
    { table: 'revoked_access_tokens', key: 'token_id', time: 'expires_at', until: now },
    // A request opened in its last second may be on its way for half an hour, and on its page for ten minutes more.
    { table: 'pushed_requests', key: 'request_uri_hash', time: 'expires_at', until: now - 2400 },
    { table: 'used_tokens', key: 'id', time: 'expires_at', until: now - 60 },
    // The log of deliveries is kept for a month.
    { table: 'notices', key: 'id', time: 'settled_at', until: now - 30 * day },
    { table: 'failures', key: 'key', time: 'expires_at', until: now },
  ] as const;
  let removed = 0;
  for (const { table, key, time, until } of kinds) {
    const rows = await (db as unknown as AnyTable)
      .deleteFrom(table)
      .where(key, 'in', (query) =>
        query.selectFrom(table).select(key).where(time, '<=', until).orderBy(time).limit(sweepLimit),
      )
      .returning(key)
      .execute();
    removed += rows.length;
  }
  return removed;
}
