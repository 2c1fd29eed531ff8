import { findSealedPublicKey } from '../keys/open-signing-key.ts';
import type { Database } from '../storage/database.ts';
import { openAnchors } from '../storage/evidence-pages.ts';
import { type Anchor, hashOfAnchor, isSignedBy, noAnchor, readAnchor } from './anchor.ts';
import type { AnchorTally } from './anchor-tally.ts';
import type { Fault } from './walk-chains.ts';

/**
 * Holds each anchor against what is stored of it, and against the anchor before. The last one is proved by its signature,
 * with a key that the secret opens; it names the one before it, and so all of them.
 */
export async function verifyAnchors(
  db: Database,
  tally: AnchorTally,
  onFault: (fault: Fault) => void,
): Promise<{ anchors: number; last: Anchor | undefined }> {
  const anchors = await openAnchors(db);
  let before: { anchor: Anchor; jws: string; kid: string } | undefined;
  while (anchors.current) {
    const { number, made_at, jws } = anchors.current;
    const read = readAnchor(jws);
    const expected = (before?.anchor.number ?? 0) + 1;
    if (number !== expected) onFault({ reason: `anchor ${expected} is missing` });
    if (read?.anchor.number !== number || read.anchor.iat !== made_at) {
      onFault({ reason: `anchor ${number} is not the one that was signed` });
      return { anchors: number, last: before?.anchor };
    }
    const { anchor } = read;
    const reason = findMissing(anchor, tally) ?? findGap(anchor, before);
    if (reason) onFault({ reason: `anchor ${number} of ${timeOf(anchor)} ${reason}` });
    before = { ...read, jws };
    const turn = anchors.advance();
    if (turn) await turn;
  }
  for (const number of tally.rest()) onFault({ reason: `anchor ${number} is missing, and events name it` });
  if (before && !(await isSignedBy(before.jws, await findSealedPublicKey(db, before.kid))))
    onFault({ reason: `anchor ${before.anchor.number} is not signed by a key of this server` });
  return { anchors: before?.anchor.number ?? 0, last: before?.anchor };
}

export const timeOf = ({ iat }: Pick<Anchor, 'iat'>): string => new Date(iat * 1000).toISOString();

function findMissing(anchor: Anchor, tally: AnchorTally): string | undefined {
  const stored = tally.take(anchor.number);
  if (stored.heads !== anchor.heads || stored.events !== anchor.events)
    return `names ${anchor.heads} chains with ${anchor.events} events that were new, and ${stored.heads} with ${stored.events} are here`;
  return stored.root === anchor.root ? undefined : 'names other events than those that are here';
}

function findGap(anchor: Anchor, before: { anchor: Anchor; jws: string } | undefined): string | undefined {
  if (anchor.previous !== hashOfAnchor(before?.jws)) return 'follows another anchor than the one before it';
  const { events_so_far } = before?.anchor ?? noAnchor;
  return anchor.events_so_far === events_so_far + anchor.events
    ? undefined
    : 'counts other events than the one before it';
}
