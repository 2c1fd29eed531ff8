import { type Caller, isActiveRecipient, isPartyTo } from '../clients/caller.ts';
import type { AccessToken } from '../oauth/access-token.ts';
import { isActive } from '../storage/consents.ts';
import { type ConsentInUse, findConsentOfToken } from '../storage/consents-in-use.ts';
import type { Database } from '../storage/database.ts';

/** The consent behind an access token that was not revoked, when it is in force for the caller. */
export async function findConsentInForce(
  db: Database,
  { consent_id: consentId, jti: tokenId }: AccessToken,
  caller: Caller,
  now: number,
): Promise<ConsentInUse | undefined> {
  const found = consentId ? await findConsentOfToken(db, { consentId, tokenId }) : undefined;
  return found && !found.isRevoked && isInForceFor(found.consent, caller, now) ? found.consent : undefined;
}

/** True for a consent that the caller is a party to, and by which data may be had now. */
export const isInForceFor = (consent: ConsentInUse, caller: Caller, now: number): boolean =>
  isActive(consent, now) && isActiveRecipient(consent.clientId) && isPartyTo(consent, caller);
