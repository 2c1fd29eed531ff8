import {
  type ChainHead,
  type ConsentEvent,
  headOf,
  type LinkedEvent,
  linkEvent,
  newChain,
} from '../evidence/event-chain.ts';
import { readEvent, readLinkedEvent, type StoredEvent } from './consent-event-row.ts';
import { consentRow } from './consent-row.ts';
import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';

/** The first events of a chain, whose consent is written in the same transaction. */
export async function beginChain(db: Database, consentId: string, events: readonly ConsentEvent[]): Promise<ChainHead> {
  return writeEvents(db, newChain(consentId), events);
}

/** An event of which no consent is written, in a chain of its own; what has been recorded under that id stays as it is. */
export async function recordOnce(db: Database, id: string, event: ConsentEvent): Promise<void> {
  await db
    .insertInto('consent_events')
    .values(rowOf(linkEvent(newChain(id), event)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Adds events to the chain of a consent that this transaction has locked. */
export async function appendEvents(db: Database, chain: ChainHead, ...events: ConsentEvent[]): Promise<ChainHead> {
  const head = await writeEvents(db, chain, events);
  await db
    .updateTable('consents')
    .set({ event_count: head.count, event_head: head.hash })
    .where('id', '=', chain.consentId)
    .execute();
  return head;
}

async function writeEvents(db: Database, chain: ChainHead, events: readonly ConsentEvent[]): Promise<ChainHead> {
  let head = chain;
  const linked = events.map((event) => {
    const next = linkEvent(head, event);
    head = headOf(next);
    return next;
  });
  if (linked.length > 0) await db.insertInto('consent_events').values(linked.map(rowOf)).execute();
  return head;
}

const rowOf = ({ consentId, happenedAt, ...event }: ReturnType<typeof linkEvent>) => ({
  ...event,
  consent_id: consentId,
  happened_at: happenedAt,
});

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
