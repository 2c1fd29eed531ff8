import type { Kysely } from 'kysely';

/** What recipients and banks are to be told of their consents, until it has reached them, and that it has. */
export async function createNotices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subscriber_kind', 'text', (column) => column.notNull())
    .addColumn('subscriber_id', 'text', (column) => column.notNull())
    .addColumn('consent_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint')
    .addColumn('settled_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('fault', 'text')
    .execute();
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(name).on('notices').columns(columns).execute();
  await index('notices_by_attempt', ['next_attempt_at']);
  await index('notices_by_consent', ['consent_id', 'subscriber_kind', 'number']);
  await index('notices_by_settlement', ['settled_at']);
}
