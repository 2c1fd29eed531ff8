import { type Kysely, sql } from 'kysely';

/** How a consent is used, seen, renewed and ended, and the evidence of it; indexes for what is looked up by its end. */
export async function createLifeOfAConsent(db: Kysely<unknown>): Promise<void> {
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
