import type { z } from 'zod';
import { type ChainHead, newChain } from '../evidence/event-chain.ts';
import { type Code, evidenceMac } from '../keys/mac.ts';
import { log } from '../log/log.ts';
import { headColumns } from './consent-events.ts';
import { consentInUseOf, consentRow } from './consent-row.ts';
import type { Database } from './database.ts';
import { type CoveredRow, isAsWritten, textOfConsent } from './evidence-macs.ts';
import { rowReader } from './row-reader.ts';

type Row = z.input<typeof consentRow>;

const readRow = rowReader(
  'consents',
  consentRow.transform((row) => ({
    ...consentInUseOf(row),
    language: row.language,
    textVersion: row.text_version,
    textHash: row.text_hash,
    text: row.text,
    requestHash: row.request_hash,
    replaces: row.replaces ?? undefined,
    endedAt: row.ended_at ?? undefined,
    endedBy: row.ended_by ?? undefined,
    endReason: row.end_reason ?? undefined,
    replacedBy: row.replaced_by ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
  })),
);

/** A consent as it is kept: how it goes on, or how it ended. Times in epoch seconds. `row` is what its code covers. */
export type StoredConsent = ReturnType<typeof readRow> & { row: CoveredRow & Code };

/**
 * A consent of its row; undefined where the row is not as this server wrote it last. Whoever changed it beside the server
 * has taken the consent away: nothing is issued, shown or written by it, and the log and the audit name it.
 */
export function readConsent(row: Row): StoredConsent | undefined {
  if (isAsWritten(row)) return { ...readRow(row), row };
  reportForeign(row.id);
  return undefined;
}

/** Those of several rows that are as they were written. */
export const readConsents = (rows: readonly Row[]): StoredConsent[] => rows.flatMap((row) => readConsent(row) ?? []);

/** Says in the log that a consent was changed by somebody else. */
export const reportForeign = (consentId: string): void =>
  log().error({ consentId }, 'a consent is not as this server wrote it: it is taken for none');

type Life =
  | 'status'
  | 'endedAt'
  | 'endedBy'
  | 'endReason'
  | 'replacedBy'
  | 'lastUsedAt'
  | 'introspectedAt'
  | 'refreshedAt'
  | 'refreshCount'
  | 'chain'
  | 'row';
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
  await consentInsertion(db, consent, chain).execute();
}

/** The same to be made together with its events. */
export function consentInsertion(db: Database, consent: Consent, chain: ChainHead = newChain(consent.id)) {
  const row: CoveredRow = {
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
    refreshed_at: null,
    refresh_count: 0,
    ...headColumns(chain),
  };
  const code = evidenceMac().of(textOfConsent(row));
  return db.insertInto('consents').values({ ...row, text: consent.text, ...code });
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
