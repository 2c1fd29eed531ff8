import { changeAtOnce } from '../storage/change-at-once.ts';
import type { Consent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { allowChanges } from './decision.ts';
import { endReplacedConsents, replacementChanges } from './renew.ts';
import type { ShownRequest } from './shown-request.ts';
import { newConsentChanges, storeConsent } from './store-consent.ts';

/** Records the first Allow of a page with all that follows, at once; false where it is not the first, or something moves. */
export async function recordFirstAllow(
  db: Database,
  shown: ShownRequest,
  consent: Consent,
  now: number,
): Promise<boolean> {
  const replaced = await replacementChanges(db, consent, now);
  if (!replaced) return false;
  return changeAtOnce(db, [
    ...allowChanges(db, shown, consent.id, now),
    ...replaced,
    ...newConsentChanges(db, shown, consent),
  ]);
}

/** What follows from the first Allow of a page, as a part of a transaction that has recorded it. */
export async function storeAllowed(
  transaction: Database,
  shown: ShownRequest,
  consent: Consent,
  now: number,
): Promise<void> {
  await endReplacedConsents(transaction, consent, now);
  await storeConsent(transaction, shown, consent);
}
