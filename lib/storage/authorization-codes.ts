import { readCode } from './authorization-code-row.ts';
import type { Change } from './change-at-once.ts';
import { type ConsentInUse, consentInUseColumns, readConsentInUse } from './consents-in-use.ts';
import type { Database } from './database.ts';
import { statement } from './statement.ts';

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
  await codeInsertion(db, code).execute();
}

/** The same to be made together with its consent. */
export const codeInsertion = (db: Database, code: NewAuthorizationCode) =>
  db.insertInto('authorization_codes').values({
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
  });

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
export type FoundAuthorizationCode = ReturnType<typeof readCode> & { consent: ConsentInUse };

export async function findAuthorizationCode(
  db: Database,
  codeHash: string,
): Promise<FoundAuthorizationCode | undefined> {
  const { rows } = await codeWithConsent.run(db, { codeHash });
  const [row] = rows;
  const consent = row && readConsentInUse(row);
  return consent && { ...readCode(row), consent };
}

const codeWithConsent = statement((db, given: { codeHash: string }) =>
  db
    .selectFrom('authorization_codes as code')
    .innerJoin('consents as consent', 'consent.id', 'code.consent_id')
    .select(['code.redirect_uri', 'code.code_challenge', 'code.dpop_jkt', 'code.consumed_at', 'code.revoked_at'])
    .select(['code.client_id as code_client_id', 'code.expires_at as code_expires_at'])
    .select(consentInUseColumns)
    .where('code.code_hash', '=', given.codeHash),
);

type Taking = { codeHash: string; now: number; accessTokenId: string; accessTokenExpiresAt: number };

/** Takes a code in one conditional statement and stores what was issued for it; false when another was first. */
export async function takeAuthorizationCode(db: Database, taking: Taking): Promise<boolean> {
  const { numAffectedRows } = await db.executeQuery(taken.with(db, taking));
  return numAffectedRows === 1n;
}

/** The same to be made together with what is issued. */
export const codeTaking = (db: Database, taking: Taking): Change => ({ query: taken.with(db, taking), rows: 'one' });

const taken = statement((db, given: Taking) =>
  db
    .updateTable('authorization_codes')
    .set({
      consumed_at: given.now,
      access_token_id: given.accessTokenId,
      access_token_expires_at: given.accessTokenExpiresAt,
    })
    .where('code_hash', '=', given.codeHash)
    .where('consumed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', given.now),
);

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
