import { createHash, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { merkleTree } from './merkle-tree.ts';

/** An event that was the last of its chain when an anchor was made. */
export interface AnchoredHead {
  consentId: string;
  number: number;
  hash: string;
}

const claims = z.object({
  iss: z.string(),
  /** Epoch seconds. */
  iat: z.int(),
  number: z.int(),
  /** Chains that moved since the anchor before, and events that were added to them. */
  heads: z.int(),
  events: z.int(),
  /** Merkle root (RFC 9162 §2.1.1) of those heads, in the order of their consents. */
  root: z.string(),
  /** SHA-256 of the anchor before, base64url: so each anchor speaks of all heads so far. */
  previous: z.string(),
  chains_so_far: z.int(),
  events_so_far: z.int(),
});

/** What an anchor says: which heads moved since the one before it, and so by all of them which heads there are. */
export type Anchor = z.infer<typeof claims>;

export const noAnchor = { number: 0, chains_so_far: 0, events_so_far: 0 };

/** The leaf of a head in the tree. */
export const leafOf = ({ consentId, number, hash }: AnchoredHead): string => JSON.stringify([consentId, number, hash]);

/** The root over heads; put in order here. */
export function rootOf(heads: readonly AnchoredHead[]): string {
  const tree = merkleTree();
  for (const head of heads.toSorted((one, other) => (one.consentId < other.consentId ? -1 : 1))) tree.add(leafOf(head));
  return tree.root();
}

/** The name of an anchor in the one after it; the first names none. */
export const hashOfAnchor = (jws: string | undefined): string =>
  jws === undefined ? '' : createHash('sha256').update(jws).digest('base64url');

const type = 'consent-anchor+jws';

export const signAnchor = (anchor: Anchor, { kid, key }: { kid: string; key: KeyObject }): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(anchor)))
    .setProtectedHeader({ alg: 'ES256', typ: type, kid })
    .sign(key);

/** What an anchor says and which key it names, unproved; undefined for what is none. */
export function readAnchor(jws: string): { anchor: Anchor; kid: string } | undefined {
  try {
    const parts = jws.split('.').map((part) => Buffer.from(part, 'base64url'));
    // base64url can spell the same bytes in several ways (RFC 4648 §3.5); what was signed is spelt in one.
    if (parts.map((part) => part.toString('base64url')).join('.') !== jws) return undefined;
    const [header = '', payload = ''] = parts.map(String);
    const { typ, kid } = JSON.parse(header);
    const reading = claims.safeParse(JSON.parse(payload));
    return typ === type && typeof kid === 'string' && reading.success ? { anchor: reading.data, kid } : undefined;
  } catch {
    return undefined;
  }
}

/** True for an anchor that this key has signed. */
export async function isSignedBy(jws: string, publicJwk: JWK | undefined): Promise<boolean> {
  if (!publicJwk) return false;
  try {
    await compactVerify(jws, await importJWK(publicJwk, 'ES256'), { algorithms: ['ES256'] });
    return true;
  } catch {
    return false;
  }
}
