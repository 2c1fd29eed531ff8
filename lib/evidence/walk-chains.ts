import { evidenceMac } from '../keys/mac.ts';
import type { Database } from '../storage/database.ts';
import { isOfRemovedChain, textOfHead } from '../storage/evidence-macs.ts';
import { type EvidenceEvent, openConsents, openEvents, openRemovedHeads } from '../storage/evidence-pages.ts';
import type { AnchorTally } from './anchor-tally.ts';
import { findContradiction, type Told, tell } from './contradiction.ts';
import { type ChainHead, findBreak, newChain } from './event-chain.ts';

export interface Fault {
  consentId?: string;
  reason: string;
}

interface Walk {
  chains: number;
  events: number;
  consents: number;
  removed: number;
}

/**
 * Walks chains, consents and what is kept of removed chains side by side, in the order of their ids and a page at a time;
 * tells each fault, and the tally what anchors took in.
 */
export async function walkChains(db: Database, tally: AnchorTally, onFault: (fault: Fault) => void): Promise<Walk> {
  const consents = await openConsents(db);
  const events = await openEvents(db);
  const removed = await openRemovedHeads(db);
  const walk: Walk = { chains: 0, events: 0, consents: 0, removed: 0 };
  for (;;) {
    const id = least(consents.current?.id, events.current?.consent_id, removed.current?.consent_id);
    if (id === undefined) return walk;
    let head = newChain(id);
    let last: EvidenceEvent | undefined;
    const told: Told = {};
    let fault: string | undefined;
    while (events.current?.consent_id === id) {
      const event = events.current;
      fault ??= findBreak(head, linked(event)) ?? (hasCode(last) ? 'a code stands amid its events' : undefined);
      head = { consentId: id, count: event.number, hash: event.hash };
      if (event.anchor !== null) tally.add({ consentId: id, number: event.number, hash: event.hash }, event.anchor);
      tell(told, event);
      last = event;
      walk.events += 1;
      const turn = events.advance();
      if (turn) await turn;
    }
    if (last) walk.chains += 1;
    if (removed.current?.consent_id === id) {
      if (last) fault ??= 'it is there, although it was removed';
      walk.removed += 1;
    }
    for (let before = 0; removed.current?.consent_id === id; ) {
      const { number, hash, anchor } = removed.current;
      if (!isOfRemovedChain(removed.current)) fault ??= 'nobody removed it by the audit';
      if (anchor > 0) tally.add({ consentId: id, number, hash }, anchor, number - before);
      before = number;
      const turn = removed.advance();
      if (turn) await turn;
    }
    tally.endChain();
    if (consents.current?.id === id) {
      fault ??= findContradiction(consents.current, told, head);
      if (hasCode(last)) fault ??= 'a code stands amid its events';
      walk.consents += 1;
      const turn = consents.advance();
      if (turn) await turn;
    } else if (last) fault ??= findUnremembered(last, head);
    if (fault) onFault({ consentId: id, reason: fault });
  }
}

/** A chain without a consent is that of a request that was denied, which its last event proves. */
function findUnremembered(last: EvidenceEvent, { consentId, count, hash }: ChainHead): string | undefined {
  const code = { mac_key: last.mac_key ?? '', mac: last.mac ?? '' };
  const text = textOfHead({ consent_id: consentId, number: count, hash });
  if (last.type === 'denied' && evidenceMac().proves(text, code)) return undefined;
  return last.type === 'denied' ? 'the end of its chain is not as it was written' : 'the consent is missing';
}

const hasCode = (event: EvidenceEvent | undefined) => event !== undefined && (event.mac ?? event.mac_key) !== null;

const linked = ({ consent_id, number, type, actor, detail, happened_at, hash }: EvidenceEvent) => ({
  consentId: consent_id,
  number,
  type,
  actor,
  detail,
  happenedAt: happened_at,
  hash,
});

function least(...ids: (string | undefined)[]): string | undefined {
  let first: string | undefined;
  for (const id of ids) if (id !== undefined && (first === undefined || id < first)) first = id;
  return first;
}
