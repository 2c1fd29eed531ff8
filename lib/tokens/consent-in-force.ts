import { type Caller, isActiveRecipient, isPartyTo } from '../clients/caller.ts';
import { findConsent, isActive, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';

/** The consent behind a token, when the caller is a party to it and data may be had by it now. */
export async function findConsentInForce(
  db: Database,
  id: string,
  caller: Caller,
  now: number,
): Promise<StoredConsent | undefined> {
  const consent = await findConsent(db, id);
  const isOpen = consent && isActive(consent, now) && isActiveRecipient(consent.clientId);
  return isOpen && isPartyTo(consent, caller) ? consent : undefined;
}
