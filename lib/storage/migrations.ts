import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** In order of their names; one that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '001-decision-and-code': { up: createDecisionAndCode },
  '002-id-token-of-a-session': { up: addIdTokenToSessions },
  '003-life-of-a-consent': { up: createLifeOfAConsent },
};

/** How a consent is used, seen, renewed and ended, and the evidence of it; indexes for what is looked up by its end. */
async function createLifeOfAConsent(db: Kysely<unknown>): Promise<void> {
  const addToConsents = (name: string, type: 'text' | 'bigint') =>
    db.schema.alterTable('consents').addColumn(name, type).execute();
  for (const name of ['ended_by', 'end_reason', 'replaced_by', 'replaces']) await addToConsents(name, 'text');
  for (const name of ['last_used_at', 'introspected_at']) await addToConsents(name, 'bigint');
  await db.schema
    .alterTable('consents')
    .addColumn('event_count', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('consents')
    .addColumn('event_head', 'text', (column) => column.notNull().defaultTo(''))
    .execute();

  await db.schema
    .createTable('consent_events')
    .addColumn('consent_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('happened_at', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('consent_events_chain', ['consent_id', 'number'])
    .execute();

  await db.schema
    .createTable('refresh_tokens')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('consent_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('rotated_at', 'bigint')
    .addColumn('successor_hash', 'text')
    .execute();

  await db.schema
    .createTable('revoked_access_tokens')
    .addColumn('token_id', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();

  const index = (name: string, table: string, columns: string[]) =>
    db.schema.createIndex(name).on(table).columns(columns).execute();
  await index('consents_by_customer', 'consents', ['provider_id', 'sub', 'status', 'created_at']);
  // Of those in force alone, so that no other look-up is tempted to walk them by their status.
  await db.schema
    .createIndex('consents_in_force')
    .on('consents')
    .column('expires_at')
    .where(sql.ref('status'), '=', sql.lit('active'))
    .execute();
  await index('refresh_tokens_by_consent', 'refresh_tokens', ['consent_id']);
  await index('refresh_tokens_by_rotation', 'refresh_tokens', ['rotated_at']);
  await index('revoked_access_tokens_by_end', 'revoked_access_tokens', ['expires_at']);
  await index('authorization_codes_by_end', 'authorization_codes', ['expires_at']);
  await index('sessions_by_end', 'sessions', ['expires_at']);
  await index('decisions_by_time', 'decisions', ['decided_at']);
  await index('sign_in_failures_by_time', 'sign_in_failures', ['failed_at']);
}

/** What the bank is told whom to sign out with; sealed. */
async function addIdTokenToSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('id_token', 'text').execute();
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
