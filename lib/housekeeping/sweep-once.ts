import { type Kysely, sql } from 'kysely';
import { appendEvents } from '../storage/consent-events.ts';
import { endConsent, lockConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { deleteRefreshTokens } from '../storage/refresh-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';

const day = 86_400;

/** The most rows of each kind that one sweep takes, so that it never holds others up. */
export const sweepLimit = 200;

/**
 * Takes away what is over, a small batch of each kind: sessions, decisions, codes, rotated refresh tokens, remembered
 * revocations, old failures. Consents and their evidence stay; those whose time is over are marked so. Any
 * instance may sweep at any time; answers how many rows it found.
 */
export async function sweepOnce(db: Database, now: number): Promise<number> {
  return (await expireConsents(db, now)) + (await removeExpired(db, now));
}

async function expireConsents(db: Database, now: number): Promise<number> {
  const over = await db
    .selectFrom('consents')
    .select('id')
    // A literal: only so does the index of those in force fit.
    .where('status', '=', sql.lit('active'))
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(sweepLimit)
    .execute();
  for (const { id } of over)
    await inTransaction(db, async (transaction) => {
      const consent = await lockConsent(transaction, id);
      if (consent?.status !== 'active' || consent.expiresAt > now) return;
      const at = consent.expiresAt;
      await endConsent(transaction, id, { status: 'expired', at, by: 'accord', reason: 'expired' });
      await deleteRefreshTokens(transaction, id);
      await appendEvents(transaction, consent.chain, { type: 'expired', actor: 'accord', happenedAt: at, detail: {} });
    });
  return over.length;
}

// One statement for all of them, which differ in names alone.
type AnyTable = Kysely<Record<string, Record<string, string | number>>>;

async function removeExpired(db: Database, now: number): Promise<number> {
  const kinds = [
    // The ticket of a decision is good for ten minutes.
    { table: 'decisions', key: 'ticket_hash', time: 'decided_at', until: now - 3600 },
    // A replay is answered by what it finds for a day.
    { table: 'authorization_codes', key: 'code_hash', time: 'expires_at', until: now - day },
    // An old refresh token that comes back ends its consent for a week; after that it is only unknown.
    { table: 'refresh_tokens', key: 'token_hash', time: 'rotated_at', until: now - 7 * day },
    { table: 'sessions', key: 'id_hash', time: 'expires_at', until: now },
    { table: 'revoked_access_tokens', key: 'token_id', time: 'expires_at', until: now },
    // What a customer has begun to answer outlives its URI.
    { table: 'pushed_requests', key: 'request_uri_hash', time: 'expires_at', until: now - 3600 },
    { table: 'used_tokens', key: 'id', time: 'expires_at', until: now - 60 },
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
