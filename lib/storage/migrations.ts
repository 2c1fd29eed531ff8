import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createKeyedEvidence } from './evidence-migration.ts';
import { createHighSecurityProfile } from './high-security-profile-migration.ts';
import { createLifeOfAConsent } from './life-of-a-consent-migration.ts';
import { createNotices } from './notices-migration.ts';

/** In order of their names; one that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '001-decision-and-code': { up: createDecisionAndCode },
  '002-id-token-of-a-session': { up: addIdTokenToSessions },
  '003-life-of-a-consent': { up: createLifeOfAConsent },
  '004-high-security-profile': { up: createHighSecurityProfile },
  '005-journey-of-a-session': { up: addJourneyToSessions },
  '006-count-of-refreshes': { up: addCountOfRefreshes },
  '007-keyed-evidence': { up: createKeyedEvidence },
  '008-language-of-a-session': { up: addLanguageToSessions },
  '009-beginning-of-a-session': { up: addBeginningToSessions },
  '010-notices': { up: createNotices },
};

/** What the bank is told whom to sign out with; sealed. */
async function addIdTokenToSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('id_token', 'text').execute();
}

/** Which opening of a request the customer has signed in for. */
async function addJourneyToSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('journey_id', 'text').execute();
}

/** Refreshes are counted with the consent: those that were each an event until now, and from now on every one. */
async function addCountOfRefreshes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('consents').addColumn('refreshed_at', 'bigint').execute();
  await db.schema
    .alterTable('consents')
    .addColumn('refresh_count', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update consents set refresh_count = (
      select count(*) from consent_events where consent_id = consents.id and type = 'token-refreshed'
    ) where status = 'active'`.execute(db);
}

/** From when its longest life counts. */
async function addBeginningToSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('begun_at', 'bigint').execute();
}

/** In which language the customer signed in. */
async function addLanguageToSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('language', 'text').execute();
}

// `if not exists`, because several processes may start together on a new file.
async function createDecisionAndCode(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).ifNotExists();

  await table('sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('sub', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('accounts', 'text', (column) => column.notNull())
    .addColumn('authenticated_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();

  await table('decisions')
    .addColumn('ticket_hash', 'text', (column) => column.primaryKey())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('consent_id', 'text')
    .addColumn('decided_at', 'bigint', (column) => column.notNull())
    .execute();

  await table('consents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('sub', 'text', (column) => column.notNull())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('clusters', 'text', (column) => column.notNull())
    .addColumn('account_ids', 'text', (column) => column.notNull())
    .addColumn('duration_type', 'text', (column) => column.notNull())
    .addColumn('lookback_from', 'bigint')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('text_version', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  const byRequest = db.schema.createIndex('consents_by_request').ifNotExists();
  await byRequest.on('consents').column('request_hash').execute();

  await table('authorization_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('consent_id', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('redirect_uri', 'text', (column) => column.notNull())
    .addColumn('code_challenge', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('consumed_at', 'bigint')
    .addColumn('access_token_id', 'text')
    .addColumn('access_token_expires_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .execute();
  const byConsent = db.schema.createIndex('authorization_codes_by_consent').ifNotExists();
  await byConsent.on('authorization_codes').column('consent_id').execute();

  await table('signing_keys')
    .addColumn('kid', 'text', (column) => column.primaryKey())
    .addColumn('sealed_key', 'text', (column) => column.notNull())
    .addColumn('public_jwk', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();

  await table('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();

  await table('sign_in_failures')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subject_hash', 'text', (column) => column.notNull())
    .addColumn('failed_at', 'bigint', (column) => column.notNull())
    .execute();
  const bySubject = db.schema.createIndex('sign_in_failures_by_subject').ifNotExists();
  await bySubject.on('sign_in_failures').columns(['subject_hash', 'failed_at']).execute();
}
