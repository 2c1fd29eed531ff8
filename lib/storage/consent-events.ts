import type { Insertable } from 'kysely';
import { type ChainHead, type ConsentEvent, headOf, linkEvent, newChain } from '../evidence/event-chain.ts';
import { evidenceMac } from '../keys/mac.ts';
import type { Change } from './change-at-once.ts';
import { readEvent, type StoredEvent } from './consent-event-row.ts';
import type { Database } from './database.ts';
import { textOfHead } from './evidence-macs.ts';
import type { Schema } from './schema.ts';
import { statement } from './statement.ts';

/** The first events of a chain, whose consent is written in the same transaction. */
export async function beginChain(db: Database, consentId: string, events: readonly ConsentEvent[]): Promise<ChainHead> {
  const { rows, head } = linkFirst(consentId, ...events);
  await insertEvents(db, rows);
  return head;
}

/**
 * Events of which no consent is written, in a chain of their own; what has been recorded under that id stays as it is. No
 * consent remembers the head of the chain, so its last event carries the code.
 */
export async function recordOnce(db: Database, id: string, ...events: ConsentEvent[]): Promise<void> {
  const { rows, head } = linkFirst(id, ...events);
  const code = evidenceMac().of(textOfHead({ consent_id: id, number: head.count, hash: head.hash }));
  await db
    .insertInto('consent_events')
    .values(rows.map((row) => (row.number === head.count ? { ...row, ...code } : row)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type EventRow = Insertable<Schema['consent_events']>;

/** A chain as it goes on: the rows to write, and its new end. */
interface LinkedEvents {
  rows: EventRow[];
  head: ChainHead;
}

/** Links events to the end of a chain, and writes nothing. */
export function linkEvents(chain: ChainHead, events: readonly ConsentEvent[]): LinkedEvents {
  let head = chain;
  const rows = events.map((event) => {
    const linked = linkEvent(head, event);
    head = headOf(linked);
    const { consentId, happenedAt, ...row } = linked;
    return { ...row, consent_id: consentId, happened_at: happenedAt };
  });
  return { rows, head };
}

/** Links the first events of a chain. */
export const linkFirst = (consentId: string, ...events: ConsentEvent[]): LinkedEvents =>
  linkEvents(newChain(consentId), events);

/** The end of a chain as its consent remembers it. */
export const headColumns = ({ count, hash }: Omit<ChainHead, 'consentId'>) => ({
  event_count: count,
  event_head: hash,
});

/** The same to be written together with what it tells of. */
export const eventChanges = (db: Database, rows: readonly EventRow[]): Change[] =>
  rows.map((row) => ({ query: eventInsertion.with(db, row), rows: 'one' }));

const eventInsertion = statement((db, { consent_id, number, type, actor, detail, happened_at, hash }: EventRow) =>
  db.insertInto('consent_events').values({ consent_id, number, type, actor, detail, happened_at, hash }),
);

export async function insertEvents(db: Database, rows: LinkedEvents['rows']): Promise<void> {
  if (rows.length > 0) await db.insertInto('consent_events').values(rows).execute();
}

/** The events of one consent, the first first. */
export async function listEvents(db: Database, consentId: string): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('consent_events')
    .selectAll()
    .where('consent_id', '=', consentId)
    .orderBy('number')
    .execute();
  return rows.map(readEvent);
}
