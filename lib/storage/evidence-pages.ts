import type { z } from 'zod';
import type { anchorRow, removedHeadRow } from './anchor-row.ts';
import type { consentEventRow } from './consent-event-row.ts';
import type { consentRow } from './consent-row.ts';
import type { Database } from './database.ts';

/** Rows as they are stored, unread: whoever verifies must see what was changed in them, and not stumble over it. */
export type EvidenceEvent = z.input<typeof consentEventRow>;
export type EvidenceConsent = z.input<typeof consentRow>;
type EvidenceAnchor = z.input<typeof anchorRow>;
export type RemovedHead = z.input<typeof removedHeadRow>;

/** Gives the rows of a table one after the other in the order of its key, a page at a time, so that memory stays flat. */
interface Cursor<Row> {
  current: Row | undefined;
  /** Goes on to the next; a promise only where a page must be read first. */
  advance(): Promise<void> | undefined;
}

async function openCursor<Row>(fetch: (after: Row | undefined) => Promise<Row[]>): Promise<Cursor<Row>> {
  let page = await fetch(undefined);
  let place = 0;
  const cursor: Cursor<Row> = {
    current: page[0],
    advance() {
      place += 1;
      cursor.current = page[place];
      return place < page.length || page.length === 0 ? undefined : turn();
    },
  };
  async function turn() {
    page = await fetch(page.at(-1));
    place = 0;
    cursor.current = page[0];
  }
  return cursor;
}

export const openConsents = (db: Database): Promise<Cursor<EvidenceConsent>> =>
  openCursor((after) =>
    db
      .selectFrom('consents')
      .selectAll()
      .where('id', '>', after?.id ?? '')
      .orderBy('id')
      .limit(100)
      .execute(),
  );

export const openEvents = (db: Database): Promise<Cursor<EvidenceEvent>> =>
  openCursor((after) =>
    db
      .selectFrom('consent_events')
      .selectAll()
      // One range of the key, which both databases walk from where it begins.
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('consent_id', 'number'), '>', tuple(after?.consent_id ?? '', after?.number ?? 0)),
      )
      .orderBy('consent_id')
      .orderBy('number')
      .limit(500)
      .execute(),
  );

export const openRemovedHeads = (db: Database): Promise<Cursor<RemovedHead>> =>
  openCursor((after) =>
    db
      .selectFrom('removed_heads')
      .selectAll()
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('consent_id', 'number'), '>', tuple(after?.consent_id ?? '', after?.number ?? 0)),
      )
      .orderBy('consent_id')
      .orderBy('number')
      .limit(500)
      .execute(),
  );

export const openAnchors = (db: Database): Promise<Cursor<EvidenceAnchor>> =>
  openCursor((after) =>
    db
      .selectFrom('anchors')
      .selectAll()
      .where('number', '>', after?.number ?? -1)
      .orderBy('number')
      .limit(1000)
      .execute(),
  );
