import type { Database } from '../storage/database.ts';
import { findTraces } from '../storage/evidence-traces.ts';
import { anchorTally } from './anchor-tally.ts';
import { verifyAnchors } from './verify-anchors.ts';
import { type Fault, walkChains } from './walk-chains.ts';

export type Verification =
  | { outcome: 'whole'; consents: number; chains: number; events: number; anchors: number; removed: number }
  | { outcome: 'fresh' }
  | { outcome: 'broken'; faults: Fault[]; more: number };

/** Faults that are told one by one; the rest are counted. */
const mostFaults = 50;

/**
 * Holds all evidence against itself: each chain, each consent against its chain and its words, all of them against the
 * codes that this server gave them, and against the anchors. `db` should see one moment of the database.
 */
export async function verifyEvidence(db: Database, further: Fault[] = []): Promise<Verification> {
  const faults = [...further];
  let more = 0;
  const onFault = (fault: Fault) => {
    if (faults.length < mostFaults) faults.push(fault);
    else more += 1;
  };
  const tally = anchorTally();
  const { consents, chains, events, removed } = await walkChains(db, tally, onFault);
  const { anchors } = await verifyAnchors(db, tally, onFault);
  const isEmpty = consents + chains + removed === 0;
  const trace = isEmpty ? await findTraces(db) : undefined;
  if (trace) onFault({ reason: `there is no consent and no event, and yet ${trace}` });
  if (faults.length > 0) return { outcome: 'broken', faults, more };
  return isEmpty ? { outcome: 'fresh' } : { outcome: 'whole', consents, chains, events, anchors, removed };
}
