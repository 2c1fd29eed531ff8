import type { Actor, ChainHead } from '../evidence/event-chain.ts';
import { consentRow, grantOf } from './consent-row.ts';
import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';

/** A consent of its row. */
export const readConsent = rowReader(
  'consents',
  consentRow.transform((row) => ({
    ...grantOf(row),
    language: row.language,
    textVersion: row.text_version,
    textHash: row.text_hash,
    text: row.text,
    requestHash: row.request_hash,
    replaces: row.replaces ?? undefined,
    status: row.status,
    endedAt: row.ended_at ?? undefined,
    endedBy: row.ended_by ?? undefined,
    endReason: row.end_reason ?? undefined,
    replacedBy: row.replaced_by ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    introspectedAt: row.introspected_at ?? undefined,
    chain: { consentId: row.id, count: row.event_count, hash: row.event_head },
  })),
);

/** A consent as it is kept: how it goes on, or how it ended. Times in epoch seconds. */
export type StoredConsent = ReturnType<typeof readConsent>;

type Life = 'status' | 'endedAt' | 'endedBy' | 'endReason' | 'replacedBy' | 'lastUsedAt' | 'introspectedAt' | 'chain';
type Rare = 'replaces' | 'askedScope' | 'authorizationDetails';

/** What a customer allowed; `text` is the JSON of the exact words shown. */
export type Consent = Omit<StoredConsent, Life | Rare> & Partial<Pick<StoredConsent, Rare>>;

/** Why a consent ended, before its time or with it. */
export type StoredEndReason = NonNullable<StoredConsent['endReason']>;

/** True while data may be had by it: nothing has ended it, and its time is not over. */
export const isActive = ({ status, expiresAt }: Pick<StoredConsent, 'status' | 'expiresAt'>, now: number): boolean =>
  status === 'active' && now < expiresAt;

/** Stores a consent with the head of its chain, whose events are written in the same transaction. */
export async function insertConsent(db: Database, consent: Consent, chain?: ChainHead): Promise<void> {
  await db
    .insertInto('consents')
    .values({
      id: consent.id,
      client_id: consent.clientId,
      provider_id: consent.providerId,
      sub: consent.sub,
      correlation_id: consent.correlationId,
      clusters: JSON.stringify(consent.clusters),
      account_ids: JSON.stringify(consent.accountIds),
      duration_type: consent.durationType,
      lookback_from: consent.lookbackFrom ?? null,
      language: consent.language,
      text_version: consent.textVersion,
      text_hash: consent.textHash,
      text: consent.text,
      request_hash: consent.requestHash,
      status: 'active',
      created_at: consent.createdAt,
      expires_at: consent.expiresAt,
      ended_at: null,
      ended_by: null,
      end_reason: null,
      replaced_by: null,
      replaces: consent.replaces ?? null,
      asked_scope: consent.askedScope ?? null,
      authorization_details: consent.authorizationDetails ?? null,
      last_used_at: null,
      introspected_at: null,
      event_count: chain?.count ?? 0,
      event_head: chain?.hash ?? '',
    })
    .execute();
}

// PostgreSQL takes no zero byte in a text, and an id of ours has none.
const idOfConsent = /^[\w-]{1,64}$/;

export async function findConsent(db: Database, id: string): Promise<StoredConsent | undefined> {
  if (!idOfConsent.test(id)) return undefined;
  const row = await db.selectFrom('consents').selectAll().where('id', '=', id).executeTakeFirst();
  return row && readConsent(row);
}

/**
 * Reads a consent and keeps every other transaction off it until this one is done: the first statement of each
 * transaction about a consent, so that what races for it comes to one truth.
 */
export async function lockConsent(db: Database, id: string): Promise<StoredConsent | undefined> {
  const row = await db
    .updateTable('consents')
    .set(({ ref }) => ({ event_count: ref('event_count') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && readConsent(row);
}

/** Ends a consent that this transaction has locked. */
export async function endConsent(
  db: Database,
  id: string,
  end: { status: 'revoked' | 'expired'; at: number; by: Actor; reason: StoredEndReason; replacedBy?: string },
): Promise<void> {
  await db
    .updateTable('consents')
    .set({
      status: end.status,
      ended_at: end.at,
      ended_by: end.by,
      end_reason: end.reason,
      replaced_by: end.replacedBy ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** Notes of a locked consent that the bank was asked for data under it. */
export async function markConsentUsed(db: Database, id: string, at: number): Promise<void> {
  await db.updateTable('consents').set({ last_used_at: at, introspected_at: at }).where('id', '=', id).execute();
}

/** Gives a locked consent, one that is for once, an earlier end. */
export async function shortenConsent(db: Database, id: string, expiresAt: number): Promise<void> {
  await db.updateTable('consents').set({ expires_at: expiresAt }).where('id', '=', id).execute();
}
