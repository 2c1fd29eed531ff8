import { sql } from 'kysely';
import type { z } from 'zod';
import type { AnchoredHead } from '../evidence/anchor.ts';
import { evidenceMac } from '../keys/mac.ts';
import { anchorRow, type removedHeadRow } from './anchor-row.ts';
import type { Database } from './database.ts';
import { textOfRemovedHead } from './evidence-macs.ts';
import { rowReader } from './row-reader.ts';

const readAnchorRow = rowReader('anchors', anchorRow);

/** The number of a new anchor for whoever is first; none while the last is younger than so many seconds. */
export async function claimAnchor(db: Database, now: number, interval: number): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    insert into anchors (number, made_at, jws)
    select coalesce(max(number), 0) + 1, cast(${now} as bigint), '' from anchors
    having coalesce(max(made_at), 0) <= cast(${now - interval} as bigint)
    on conflict do nothing returning number`.execute(db);
  return rows[0]?.number;
}

/** Marks the events that no anchor has taken in yet, so many at most; a chain is never marked beyond a gap. */
export async function takeEventsIntoAnchor(db: Database, number: number, limit: number): Promise<AnchoredHead[]> {
  const { rows } = await sql<{ consent_id: string; number: number; hash: string }>`
    update consent_events set anchor = ${number} where (consent_id, number) in (
      select consent_id, number from consent_events where anchor is null order by consent_id, number limit ${limit}
    ) returning consent_id, number, hash`.execute(db);
  return rows.map(({ consent_id, ...head }) => ({ consentId: consent_id, ...head }));
}

export async function findAnchor(db: Database, number: number) {
  const row = await db.selectFrom('anchors').selectAll().where('number', '=', number).executeTakeFirst();
  return row && readAnchorRow(row);
}

export async function storeAnchor(db: Database, number: number, jws: string): Promise<void> {
  await db.updateTable('anchors').set({ jws }).where('number', '=', number).execute();
}

/** Anchors that were not written outside yet, the first first. */
export async function listUnsentAnchors(db: Database, limit: number) {
  const unsent = db.selectFrom('anchors').selectAll().where('sent_at', 'is', null).where('jws', '!=', '');
  return (await unsent.orderBy('number').limit(limit).execute()).map(readAnchorRow);
}

export async function markAnchorSent(db: Database, number: number, now: number): Promise<void> {
  await db.updateTable('anchors').set({ sent_at: now }).where('number', '=', number).execute();
}

/** The events that an anchor took in; of chains that were removed, their heads. */
export async function listEventsOfAnchor(db: Database, number: number): Promise<AnchoredHead[]> {
  const of = (table: 'consent_events' | 'removed_heads') =>
    db.selectFrom(table).select(['consent_id as consentId', 'number', 'hash']).where('anchor', '=', number).execute();
  return [...(await of('consent_events')), ...(await of('removed_heads'))];
}

/** What is kept of chains that are removed: the heads that anchors name, and the last, without any content. */
export async function keepRemovedHeads(db: Database, ids: readonly string[]): Promise<void> {
  const events = await db
    .selectFrom('consent_events')
    .select(['consent_id', 'number', 'hash', 'anchor'])
    .where('consent_id', 'in', ids)
    .orderBy('consent_id')
    .orderBy('number')
    .execute();
  const heads = events.filter((event, index) => {
    const next = events[index + 1];
    return next?.consent_id !== event.consent_id || next.anchor !== event.anchor;
  });
  const rows = heads.map((head): z.input<typeof removedHeadRow> => {
    const row = { ...head, anchor: head.anchor ?? 0 };
    return { ...row, ...evidenceMac().of(textOfRemovedHead(row)) };
  });
  if (rows.length > 0) await db.insertInto('removed_heads').values(rows).execute();
}
