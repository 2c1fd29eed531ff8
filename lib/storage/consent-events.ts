import type { z } from 'zod';
import {
  type ChainHead,
  type ConsentEvent,
  headOf,
  type LinkedEvent,
  linkEvent,
  newChain,
} from '../evidence/event-chain.ts';
import type { Change } from './change-at-once.ts';
import { type consentEventRow, readEvent, readLinkedEvent, type StoredEvent } from './consent-event-row.ts';
import { consentRow } from './consent-row.ts';
import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { statement } from './statement.ts';

/** The first events of a chain, whose consent is written in the same transaction. */
export async function beginChain(db: Database, consentId: string, events: readonly ConsentEvent[]): Promise<ChainHead> {
  return writeEvents(db, linkEvents(newChain(consentId), events));
}

/** An event of which no consent is written, in a chain of its own; what has been recorded under that id stays as it is. */
export async function recordOnce(db: Database, id: string, event: ConsentEvent): Promise<void> {
  await db
    .insertInto('consent_events')
    .values(linkEvents(newChain(id), [event]).rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Adds events to the chain of a consent that this transaction has locked. */
export async function appendEvents(db: Database, chain: ChainHead, ...events: ConsentEvent[]): Promise<ChainHead> {
  const head = await writeEvents(db, linkEvents(chain, events));
  await db.updateTable('consents').set(headColumns(head)).where('id', '=', chain.consentId).execute();
  return head;
}

type EventRow = z.input<typeof consentEventRow>;

/** A chain as it goes on: the rows to write, and its new end. */
export interface LinkedEvents {
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

/** The end of a chain as its consent remembers it. */
export const headColumns = ({ count, hash }: Omit<ChainHead, 'consentId'>) => ({
  event_count: count,
  event_head: hash,
});

/** The same to be written together with what it tells of. */
export const eventChanges = (db: Database, { rows }: LinkedEvents): Change[] =>
  rows.map((row) => ({ query: eventInsertion.with(db, row), rows: 'one' }));

const eventInsertion = statement((db, { consent_id, number, type, actor, detail, happened_at, hash }: EventRow) =>
  db.insertInto('consent_events').values({ consent_id, number, type, actor, detail, happened_at, hash }),
);

async function writeEvents(db: Database, { rows, head }: LinkedEvents): Promise<ChainHead> {
  if (rows.length > 0) await db.insertInto('consent_events').values(rows).execute();
  return head;
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

/** The next events of all chains after a place, in the order of their chains, as they were hashed; for verifying them. */
export async function listEventsAfter(
  db: Database,
  place: { consentId: string; number: number },
  limit: number,
): Promise<LinkedEvent[]> {
  const rows = await db
    .selectFrom('consent_events')
    .selectAll()
    // One range of the key, which both databases walk from where it begins.
    .where(({ eb, refTuple, tuple }) => eb(refTuple('consent_id', 'number'), '>', tuple(place.consentId, place.number)))
    .orderBy('consent_id')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(readLinkedEvent);
}

const readHead = rowReader(
  'consents',
  consentRow
    .pick({ id: true, event_count: true, event_head: true })
    .transform((row): ChainHead => ({ consentId: row.id, count: row.event_count, hash: row.event_head })),
);

/** How far the chains of consents went, by id; a request that was denied has a chain and no consent. */
export async function findChainHeads(db: Database, ids: readonly string[]): Promise<Map<string, ChainHead>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('consents')
    .select(['id', 'event_count', 'event_head'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(readHead).map((head) => [head.consentId, head]));
}

/** A consent that remembers events of which there is none. */
export async function findConsentWithoutEvents(db: Database): Promise<string | undefined> {
  const row = await db
    .selectFrom('consents')
    .select('id')
    .where('event_count', '>', 0)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('consent_events').select('number').whereRef('consent_id', '=', 'consents.id'))),
    )
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
