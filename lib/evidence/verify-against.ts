import { findSealedPublicKey } from '../keys/open-signing-key.ts';
import { findAnchor } from '../storage/anchors.ts';
import type { Database } from '../storage/database.ts';
import { isOfRemovedChain } from '../storage/evidence-macs.ts';
import { type AnchoredHead, isSignedBy } from './anchor.ts';
import type { readAnchorDocument } from './anchor-document.ts';
import { timeOf } from './verify-anchors.ts';
import type { Fault } from './walk-chains.ts';

type AnchorDocument = NonNullable<ReturnType<typeof readAnchorDocument>>;

const batch = 200;

/** What an anchor that was kept outside names and the database has no more: the anchor itself, and each of its heads. */
export async function findMissingSince(db: Database, { anchor, jws, kid, heads }: AnchorDocument): Promise<Fault[]> {
  const stored = await findAnchor(db, anchor.number);
  const name = `anchor ${anchor.number} of ${timeOf(anchor)}`;
  const faults: Fault[] = [];
  if (stored?.jws !== jws) {
    if (!(await isSignedBy(jws, await findSealedPublicKey(db, kid))))
      return [{ reason: `${name}, which was kept outside, is not signed by a key of this server` }];
    faults.push({ reason: stored ? `another anchor stands in the place of ${name}` : `${name} is missing` });
  }
  for (let place = 0; place < heads.length; place += batch)
    faults.push(...(await findMissingHeads(db, heads.slice(place, place + batch), name)));
  return faults;
}

async function findMissingHeads(db: Database, heads: readonly AnchoredHead[], name: string): Promise<Fault[]> {
  const places = heads.map(({ consentId, number }) => [consentId, number] as const);
  const events = await db
    .selectFrom('consent_events')
    .select(['consent_id', 'number', 'hash'])
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('consent_id', 'number'),
        'in',
        places.map(([id, number]) => tuple(id, number)),
      ),
    )
    .execute();
  const ids = heads.map(({ consentId }) => consentId);
  const removed = await db.selectFrom('removed_heads').selectAll().where('consent_id', 'in', ids).execute();
  const proved = removed.filter(isOfRemovedChain);
  const found = new Map([...events, ...proved].map((head) => [`${head.consent_id} ${head.number}`, head.hash]));
  return heads.flatMap(({ consentId, number, hash }) => {
    const there = found.get(`${consentId} ${number}`);
    if (there === hash) return [];
    const reason = there ? 'is another than the one that' : 'is missing, and';
    return [{ consentId, reason: `event ${number} ${reason} ${name} names` }];
  });
}
