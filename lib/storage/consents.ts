import type { Language } from '#i18n/locale.ts';
import type { Actor, ChainHead } from '../evidence/event-chain.ts';
import type { DataCluster } from '../oauth/scope.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/** What a customer allowed; `text` is the JSON of the exact words shown. Times in epoch seconds. */
export interface Consent {
  id: string;
  clientId: string;
  providerId: string;
  sub: string;
  correlationId: string;
  clusters: DataCluster[];
  accountIds: string[];
  durationType: Schema['consents']['duration_type'];
  lookbackFrom: number | undefined;
  language: Language;
  textVersion: string;
  textHash: string;
  text: string;
  requestHash: string;
  createdAt: number;
  expiresAt: number;
  /** The consent in whose place this one is. */
  replaces?: string | undefined;
  /** The scope as it was spelt, where that is another way than ours. */
  askedScope?: string | undefined;
  /** The authorization details that were asked for (RFC 9396), as JSON. */
  authorizationDetails?: string | undefined;
}

/** A consent as it is kept: how it goes on, or how it ended. */
export interface StoredConsent extends Consent {
  status: Schema['consents']['status'];
  endedAt: number | undefined;
  endedBy: Actor | undefined;
  endReason: string | undefined;
  replacedBy: string | undefined;
  /** When a token was last given for it or asked about. */
  lastUsedAt: number | undefined;
  introspectedAt: number | undefined;
  chain: ChainHead;
}

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
  return row && consentOf(row);
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
  return row && consentOf(row);
}

/** Ends a consent that this transaction has locked. */
export async function endConsent(
  db: Database,
  id: string,
  end: { status: 'revoked' | 'expired'; at: number; by: Actor; reason: string; replacedBy?: string },
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

/** Of a locked consent: when it was last used, and an earlier end for one that is for once. */
export async function markConsentUsed(
  db: Database,
  id: string,
  { at, expiresAt, isIntrospected }: { at: number; expiresAt?: number | undefined; isIntrospected?: boolean },
): Promise<void> {
  await db
    .updateTable('consents')
    .set({
      last_used_at: at,
      ...(expiresAt !== undefined && { expires_at: expiresAt }),
      ...(isIntrospected && { introspected_at: at }),
    })
    .where('id', '=', id)
    .execute();
}

/** A consent of its row. */
export const consentOf = (row: Schema['consents']): StoredConsent => ({
  id: row.id,
  clientId: row.client_id,
  providerId: row.provider_id,
  sub: row.sub,
  correlationId: row.correlation_id,
  clusters: JSON.parse(row.clusters),
  accountIds: JSON.parse(row.account_ids),
  durationType: row.duration_type,
  lookbackFrom: row.lookback_from ?? undefined,
  language: row.language,
  textVersion: row.text_version,
  textHash: row.text_hash,
  text: row.text,
  requestHash: row.request_hash,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  replaces: row.replaces ?? undefined,
  askedScope: row.asked_scope ?? undefined,
  authorizationDetails: row.authorization_details ?? undefined,
  status: row.status,
  endedAt: row.ended_at ?? undefined,
  endedBy: (row.ended_by ?? undefined) as Actor | undefined,
  endReason: row.end_reason ?? undefined,
  replacedBy: row.replaced_by ?? undefined,
  lastUsedAt: row.last_used_at ?? undefined,
  introspectedAt: row.introspected_at ?? undefined,
  chain: { consentId: row.id, count: row.event_count, hash: row.event_head },
});
