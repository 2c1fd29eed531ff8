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
  language: 'en' | 'fr';
  textVersion: string;
  textHash: string;
  text: string;
  requestHash: string;
  createdAt: number;
  expiresAt: number;
}

export async function insertConsent(db: Database, consent: Consent): Promise<void> {
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
    })
    .execute();
}

/** Ends the active consents that one session gave to one request; answers their ids. */
export async function revokeConsentsOfRequest(db: Database, requestHash: string, now: number): Promise<string[]> {
  const revoked = await db
    .updateTable('consents')
    .set({ status: 'revoked', ended_at: now })
    .where('request_hash', '=', requestHash)
    .where('status', '=', 'active')
    .returning('id')
    .execute();
  return revoked.map(({ id }) => id);
}
