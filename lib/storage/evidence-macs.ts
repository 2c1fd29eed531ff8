import { sql } from 'kysely';
import type { z } from 'zod';
import { type Code, evidenceMac } from '../keys/mac.ts';
import type { removedHeadRow } from './anchor-row.ts';
import type { consentEventRow } from './consent-event-row.ts';
import { consentRow } from './consent-row.ts';
import type { Database } from './database.ts';

/** What the code of a consent covers: all but the words themselves, which are held by their hash. */
export const coveredColumns = consentRow.omit({ text: true, mac_key: true, mac: true }).keyof().options;
export type CoveredRow = Pick<z.input<typeof consentRow>, (typeof coveredColumns)[number]>;

type Head = Pick<z.input<typeof consentEventRow>, 'consent_id' | 'number' | 'hash'>;
type RemovedHead = Omit<z.input<typeof removedHeadRow>, keyof Code>;

// Without what is null: a column that a later version adds leaves the codes of before as they are.
export const textOfConsent = (row: CoveredRow): string =>
  JSON.stringify(['consent', ...coveredColumns.flatMap((name) => (row[name] == null ? [] : [name, row[name]]))]);

/** The end of a chain that no consent remembers, because the request was denied. */
export const textOfHead = ({ consent_id, number, hash }: Head): string =>
  JSON.stringify(['denied', consent_id, number, hash]);

/** A head that an anchor names, of a chain that was removed when its time was over. */
export const textOfRemovedHead = ({ consent_id, number, hash, anchor }: RemovedHead): string =>
  JSON.stringify(['removed', consent_id, number, hash, anchor]);

/** True for the head of a chain that the audit removed. */
export const isOfRemovedChain = (row: RemovedHead & Code): boolean => evidenceMac().proves(textOfRemovedHead(row), row);

/** True for a consent, and the head of its chain, as this server wrote it last. */
export const isAsWritten = (row: CoveredRow & Code): boolean => evidenceMac().proves(textOfConsent(row), row);

/**
 * Makes codes by the first secret of those by the others, so many of each kind at most; gives how many. What is not as it
 * was written keeps the code that it has, and stays without effect.
 */
export async function renewMacs(db: Database, limit: number): Promise<number> {
  const { olderKeys } = evidenceMac();
  if (olderKeys.length === 0) return 0;
  const find = <Table extends 'consents' | 'consent_events' | 'removed_heads'>(table: Table) =>
    db
      .selectFrom(table as 'consents')
      .selectAll()
      .where('mac_key', 'in', olderKeys)
      .limit(limit)
      .execute();
  const consents = await find('consents');
  const heads = (await find('consent_events')) as unknown as (Head & Code)[];
  const removed = (await find('removed_heads')) as unknown as (RemovedHead & Code)[];
  return (
    (await renew(db, 'consents', 'id', consents, textOfConsent)) +
    (await renew(db, 'consent_events', 'consent_id', heads, textOfHead)) +
    (await renew(db, 'removed_heads', 'consent_id', removed, textOfRemovedHead))
  );
}

async function renew<Row extends Code>(
  db: Database,
  table: string,
  key: keyof Row & string,
  rows: readonly Row[],
  textOf: (row: Row) => string,
): Promise<number> {
  const intact = rows.filter((row) => evidenceMac().proves(textOf(row), row));
  if (intact.length === 0) return 0;
  const codes = intact.map((row) => ({ old: row.mac, ...evidenceMac().of(textOf(row)) }));
  const cases = codes.map(({ old, mac }) => sql`when ${old} then ${mac}`);
  // Whoever writes the row meanwhile leaves another code there, which stands.
  await sql`
    update ${sql.table(table)} set mac_key = ${codes[0]?.mac_key}, mac = case mac ${sql.join(cases, sql` `)} end
    where ${sql.ref(key)} in (${sql.join(intact.map((row) => row[key]))})
    and mac in (${sql.join(codes.map(({ old }) => old))})`.execute(db);
  return intact.length;
}
