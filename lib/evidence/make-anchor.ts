import { currentSigningKey } from '../keys/current-signing-key.ts';
import { issuer } from '../process/environment.ts';
import { claimAnchor, findAnchor, storeAnchor, takeEventsIntoAnchor } from '../storage/anchors.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';
import { type AnchoredHead, hashOfAnchor, noAnchor, readAnchor, rootOf, signAnchor } from './anchor.ts';

/** Seconds between two anchors. */
const anchorInterval = 3600;
/** The most events that one anchor takes in, so that it never holds others up. */
const mostEvents = 20_000;

/** Makes an anchor for each hour; where more has happened than one takes in, more of them at once. */
export async function makeAnchors(db: Database, now: number): Promise<void> {
  for (let isFull = await makeAnchor(db, now, anchorInterval); isFull; ) isFull = await makeAnchor(db, now, 0);
}

/**
 * Signs the heads that moved since the last anchor, unless that is younger than so many seconds: one statement claims the
 * next number, and of several processes one has it. True when there is more than an anchor takes in.
 */
export async function makeAnchor(db: Database, now: number, interval: number): Promise<boolean> {
  const signer = await currentSigningKey(db, now);
  return inTransaction(db, async (transaction) => {
    const number = await claimAnchor(transaction, now, interval);
    if (number === undefined) return false;
    const events = await takeEventsIntoAnchor(transaction, number, mostEvents);
    const before = await findAnchor(transaction, number - 1);
    const { chains_so_far, events_so_far } = (before && readAnchor(before.jws)?.anchor) ?? noAnchor;
    const heads = headsOf(events);
    const anchor = {
      iss: issuer(),
      iat: now,
      number,
      heads: heads.length,
      events: events.length,
      root: rootOf(heads),
      previous: hashOfAnchor(before?.jws),
      chains_so_far: chains_so_far + events.filter((event) => event.number === 1).length,
      events_so_far: events_so_far + events.length,
    };
    await storeAnchor(transaction, number, await signAnchor(anchor, signer));
    return events.length === mostEvents;
  });
}

/** The last of the events of each chain. */
export function headsOf(events: readonly AnchoredHead[]): AnchoredHead[] {
  const heads = new Map<string, AnchoredHead>();
  for (const { consentId, number, hash } of events)
    if (number > (heads.get(consentId)?.number ?? 0)) heads.set(consentId, { consentId, number, hash });
  return [...heads.values()];
}
