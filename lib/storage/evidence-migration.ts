import { type Kysely, sql } from 'kysely';
import { evidenceMac } from '../keys/mac.ts';
import { type CoveredRow, textOfConsent, textOfHead } from './evidence-macs.ts';

/** Codes over consents and the ends of chains, and the anchors over those. */
export async function createKeyedEvidence(db: Kysely<unknown>): Promise<void> {
  const add = (table: string, name: string, type: 'text' | 'bigint') =>
    db.schema.alterTable(table).addColumn(name, type).execute();
  for (const name of ['mac_key', 'mac'])
    await db.schema
      .alterTable('consents')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
      .execute();
  for (const name of ['mac_key', 'mac']) await add('consent_events', name, 'text');
  await add('consent_events', 'anchor', 'bigint');

  await db.schema
    .createTable('anchors')
    .addColumn('number', 'bigint', (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('jws', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'bigint')
    .execute();
  await db.schema
    .createTable('removed_heads')
    .addColumn('consent_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('anchor', 'bigint', (column) => column.notNull())
    .addColumn('mac_key', 'text', (column) => column.notNull())
    .addColumn('mac', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('removed_heads_chain', ['consent_id', 'number'])
    .execute();

  const index = (table: string, columns: string[], name = `${table}_by_${columns[0]}`) =>
    db.schema.createIndex(name).on(table).columns(columns).execute();
  await index('consent_events', ['anchor', 'consent_id', 'number']);
  await index('consents', ['mac_key']);
  await index('removed_heads', ['mac_key']);
  await db.schema
    .createIndex('consent_events_by_mac_key')
    .on('consent_events')
    .column('mac_key')
    .where(sql.ref('mac_key'), 'is not', null)
    .execute();

  await takeAsWritten(db);
}

const batch = 200;

/** What older versions wrote is taken as it is stored at this moment; from now on a change beside this server shows. */
async function takeAsWritten(db: Kysely<unknown>): Promise<void> {
  await inBatches(async (after) => {
    const { rows } = await sql<CoveredRow>`
      select * from consents where id > ${after} order by id limit ${batch}`.execute(db);
    await setMacs(
      db,
      'consents',
      'id',
      rows.map((row) => ({ id: row.id, text: textOfConsent(row) })),
    );
    return rows.at(-1)?.id;
  });
  await inBatches(async (after) => {
    // The last event of a chain that has no consent: a request that was denied.
    const { rows } = await sql<{ consent_id: string; number: number; hash: string }>`
      select consent_id, number, hash from consent_events where consent_id > ${after} and type = 'denied'
      order by consent_id limit ${batch}`.execute(db);
    await setMacs(
      db,
      'consent_events',
      'consent_id',
      rows.map((row) => ({ id: row.consent_id, text: textOfHead(row) })),
    );
    return rows.at(-1)?.consent_id;
  });
}

async function inBatches(take: (after: string) => Promise<string | undefined>): Promise<void> {
  for (let place: string | undefined = ''; place !== undefined; ) place = await take(place);
}

async function setMacs(
  db: Kysely<unknown>,
  table: string,
  key: string,
  written: readonly { id: string; text: string }[],
): Promise<void> {
  if (written.length === 0) return;
  const codes = written.map(({ id, text }) => ({ id, ...evidenceMac().of(text) }));
  const ofDenied = table === 'consent_events' ? sql`and type = 'denied'` : sql``;
  await sql`
    update ${sql.table(table)} set mac_key = ${codes[0]?.mac_key}, mac = case ${sql.ref(key)} ${sql.join(
      codes.map(({ id, mac }) => sql`when ${id} then ${mac}`),
      sql` `,
    )} end
    where ${sql.ref(key)} in (${sql.join(codes.map(({ id }) => id))}) ${ofDenied}`.execute(db);
}
