import { listEventsOfAnchor } from '../storage/anchors.ts';
import type { Database } from '../storage/database.ts';
import { type AnchoredHead, readAnchor, rootOf } from './anchor.ts';
import { headsOf } from './make-anchor.ts';

/** An anchor as it is written outside: JSON Lines, the signed anchor first, then each head that it is the root of. */
export async function writeAnchorDocument(db: Database, number: number, jws: string): Promise<string> {
  const heads = headsOf(await listEventsOfAnchor(db, number)).map(({ consentId, ...head }) => ({
    consent: consentId,
    ...head,
  }));
  return [{ anchor: jws }, ...heads].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Reads it again; undefined for what is none, or whose heads are not those that were signed. */
export function readAnchorDocument(text: string) {
  try {
    const [first, ...rest] = text.trimEnd().split('\n');
    const { anchor: jws } = JSON.parse(first ?? '');
    const heads = rest.map((line): AnchoredHead => {
      const { consent, number, hash } = JSON.parse(line);
      return { consentId: consent, number, hash };
    });
    const read = readAnchor(jws);
    return read && read.anchor.root === rootOf(heads) ? { jws: jws as string, heads, ...read } : undefined;
  } catch {
    return undefined;
  }
}
