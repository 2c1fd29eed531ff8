import type { Kysely } from 'kysely';

/** Pushed requests, what is good once, keys that tokens are bound to, what was asked beyond clusters, failures of all kinds. */
export async function createHighSecurityProfile(db: Kysely<unknown>): Promise<void> {
  const add = (table: string, column: string) => db.schema.alterTable(table).addColumn(column, 'text').execute();
  await add('authorization_codes', 'dpop_jkt');
  await add('refresh_tokens', 'dpop_jkt');
  await add('consents', 'asked_scope');
  await add('consents', 'authorization_details');

  await db.schema
    .createTable('pushed_requests')
    .addColumn('request_uri_hash', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('parameters', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('answered_by', 'text')
    .execute();
  await db.schema
    .createTable('used_tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('failures')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('points', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  for (const table of ['pushed_requests', 'used_tokens', 'failures'])
    await db.schema.createIndex(`${table}_by_end`).on(table).column('expires_at').execute();
}
