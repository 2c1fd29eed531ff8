import { findChainHeads, findConsentWithoutEvents, listEventsAfter } from '../storage/consent-events.ts';
import type { Database } from '../storage/database.ts';
import { type ChainHead, findBreak, headOf, newChain } from './event-chain.ts';

type Verification =
  | { outcome: 'whole'; chains: number; events: number }
  | { outcome: 'broken'; consentId: string; reason: string; events: number };

const pieceLength = 1000;

/**
 * Walks all chains in the order of their ids, a piece at a time so that memory stays flat, and stops at the first break:
 * a changed, missing or added event, or a chain whose end is not the one its consent remembers.
 */
export async function verifyChains(db: Database): Promise<Verification> {
  let place = { consentId: '', number: 0 };
  let head: ChainHead | undefined;
  let [chains, events] = [0, 0];
  const ended: ChainHead[] = [];
  for (;;) {
    const piece = await listEventsAfter(db, place, pieceLength);
    for (const event of piece) {
      if (head?.consentId !== event.consentId) {
        if (head) ended.push(head);
        head = newChain(event.consentId);
        chains += 1;
      }
      const reason = findBreak(head, event);
      if (reason) return { outcome: 'broken', consentId: event.consentId, reason, events };
      head = headOf(event);
      events += 1;
    }
    const last = piece.at(-1);
    if (!last && head) ended.push(head);
    const cut = await findCut(db, ended.splice(0));
    if (cut) return { outcome: 'broken', ...cut, events };
    if (!last) break;
    place = last;
  }
  const bare = await findConsentWithoutEvents(db);
  if (bare) return { outcome: 'broken', consentId: bare, reason: 'all its events are missing', events };
  return { outcome: 'whole', chains, events };
}

// What was taken from the end of a chain shows only where the consent remembers how far it went.
async function findCut(db: Database, ended: ChainHead[]): Promise<{ consentId: string; reason: string } | undefined> {
  const remembered = await findChainHeads(
    db,
    ended.map(({ consentId }) => consentId),
  );
  for (const { consentId, count, hash } of ended) {
    const stored = remembered.get(consentId);
    if (stored && (stored.count !== count || stored.hash !== hash) && !(await goesOn(db, stored)))
      return { consentId, reason: `the chain ends with event ${count}, and its consent remembers ${stored.count}` };
  }
  return undefined;
}

// It may have grown since it was read: then the event that its consent remembered a moment ago is there by now.
async function goesOn(db: Database, { consentId, count, hash }: ChainHead): Promise<boolean> {
  const [event] = await listEventsAfter(db, { consentId, number: count - 1 }, 1);
  return event?.consentId === consentId && event.number === count && event.hash === hash;
}
