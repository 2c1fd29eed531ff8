import { hashToken } from '../keys/random-token.ts';
import { recordOnce } from '../storage/consent-events.ts';
import type { Database } from '../storage/database.ts';
import { type ShownRequest, shownEvent } from './shown-request.ts';

const day = 86_400;

/**
 * Keeps evidence of a denial, with what was shown: no consent exists that could carry it. One record of a customer, of
 * what was asked and of the day (UTC), however often that is denied.
 */
export function writeDenialRecord(
  transaction: Database,
  shown: ShownRequest,
  withdrawn: readonly string[],
  now: number,
): Promise<void> {
  const { clientId, providerId, scope, authorizationDetails } = shown.request;
  const asked = [providerId, shown.sub, clientId, [...scope].sort(), authorizationDetails, Math.floor(now / day)];
  return recordOnce(transaction, hashToken(JSON.stringify(asked)), {
    type: 'denied',
    actor: 'customer',
    happenedAt: now,
    detail: { ...shownEvent(shown).detail, shownAt: shown.issuedAt, withdrawn },
  });
}
