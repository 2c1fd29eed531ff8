import { environment } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { listSigningKeys, replaceSealedKey } from '../storage/signing-keys.ts';
import { createSeal, sealFor } from './seal.ts';

/**
 * Seals anew with the first secret what is kept sealed with a later one, so that the later one can be dropped. A key that
 * none of the secrets opens is left as it is.
 */
export async function resealSigningKeys(db: Database): Promise<void> {
  const first = createSeal(environment().secrets.slice(0, 1), 'signing-key');
  for (const { kid, sealed_key } of await listSigningKeys(db)) {
    if (first.open(sealed_key) !== undefined) continue;
    const key = sealFor('signing-key').open(sealed_key);
    if (key !== undefined) await replaceSealedKey(db, { kid, from: sealed_key, to: first.seal(key) });
  }
}
