import type { DataCluster } from '../oauth/scope.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

export interface NewAuthorizationCode {
  codeHash: string;
  consentId: string;
  clientId: string;
  redirectUri: string;
  codeChallenge: string | undefined;
  dpopJkt?: string | undefined;
  createdAt: number;
  expiresAt: number;
}

export async function insertAuthorizationCode(db: Database, code: NewAuthorizationCode): Promise<void> {
  await db
    .insertInto('authorization_codes')
    .values({
      code_hash: code.codeHash,
      consent_id: code.consentId,
      client_id: code.clientId,
      redirect_uri: code.redirectUri,
      code_challenge: code.codeChallenge ?? null,
      dpop_jkt: code.dpopJkt ?? null,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
      consumed_at: null,
      access_token_id: null,
      access_token_expires_at: null,
      revoked_at: null,
    })
    .execute();
}

/** True while the code of a consent can still be exchanged. */
export async function isRedeemable(db: Database, consentId: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('authorization_codes')
    .select('code_hash')
    .where('consent_id', '=', consentId)
    .where('consumed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** What an authorization code was given for, with the consent behind it. */
export interface FoundAuthorizationCode {
  clientId: string;
  redirectUri: string;
  codeChallenge: string | undefined;
  dpopJkt: string | undefined;
  expiresAt: number;
  isConsumed: boolean;
  isRevoked: boolean;
  consent: {
    id: string;
    clientId: string;
    providerId: string;
    sub: string;
    correlationId: string;
    clusters: DataCluster[];
    accountIds: string[];
    createdAt: number;
    lookbackFrom: number | undefined;
    askedScope: string | undefined;
    authorizationDetails: string | undefined;
    durationType: Schema['consents']['duration_type'];
    isActive: boolean;
    expiresAt: number;
  };
}

export async function findAuthorizationCode(
  db: Database,
  codeHash: string,
): Promise<FoundAuthorizationCode | undefined> {
  const row = await db
    .selectFrom('authorization_codes as code')
    .innerJoin('consents as consent', 'consent.id', 'code.consent_id')
    .select([
      'code.client_id',
      'code.redirect_uri',
      'code.code_challenge',
      'code.dpop_jkt',
      'code.expires_at as code_expires_at',
    ])
    .select(['code.consumed_at', 'code.revoked_at', 'consent.id', 'consent.provider_id', 'consent.sub'])
    .select(['consent.correlation_id', 'consent.clusters', 'consent.status', 'consent.expires_at'])
    .select(['consent.account_ids', 'consent.duration_type', 'consent.asked_scope'])
    .select(['consent.authorization_details', 'consent.created_at', 'consent.lookback_from'])
    .where('code.code_hash', '=', codeHash)
    .executeTakeFirst();
  return (
    row && {
      clientId: row.client_id,
      redirectUri: row.redirect_uri,
      codeChallenge: row.code_challenge ?? undefined,
      dpopJkt: row.dpop_jkt ?? undefined,
      expiresAt: row.code_expires_at,
      isConsumed: row.consumed_at !== null,
      isRevoked: row.revoked_at !== null,
      consent: {
        id: row.id,
        clientId: row.client_id,
        providerId: row.provider_id,
        sub: row.sub,
        correlationId: row.correlation_id,
        clusters: JSON.parse(row.clusters),
        accountIds: JSON.parse(row.account_ids),
        createdAt: row.created_at,
        lookbackFrom: row.lookback_from ?? undefined,
        askedScope: row.asked_scope ?? undefined,
        authorizationDetails: row.authorization_details ?? undefined,
        durationType: row.duration_type,
        isActive: row.status === 'active',
        expiresAt: row.expires_at,
      },
    }
  );
}

/** Takes a code in one conditional statement and stores what was issued for it; false when another was first. */
export async function takeAuthorizationCode(
  db: Database,
  taking: { codeHash: string; now: number; accessTokenId: string; accessTokenExpiresAt: number },
): Promise<boolean> {
  const taken = await db
    .updateTable('authorization_codes')
    .set({
      consumed_at: taking.now,
      access_token_id: taking.accessTokenId,
      access_token_expires_at: taking.accessTokenExpiresAt,
    })
    .where('code_hash', '=', taking.codeHash)
    .where('consumed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', taking.now)
    .returning('code_hash')
    .execute();
  return taken.length === 1;
}

/** Revokes a code, and with it whatever was issued for it. */
export async function revokeAuthorizationCode(db: Database, codeHash: string, now: number): Promise<void> {
  await db
    .updateTable('authorization_codes')
    .set({ revoked_at: now })
    .where('code_hash', '=', codeHash)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Revokes the codes of consents that have ended. */
export async function revokeCodesOfConsents(db: Database, consentIds: readonly string[], now: number): Promise<void> {
  if (consentIds.length === 0) return;
  await db
    .updateTable('authorization_codes')
    .set({ revoked_at: now })
    .where('consent_id', 'in', consentIds)
    .where('revoked_at', 'is', null)
    .execute();
}
