import { refreshEvents } from '../consent/refreshes.ts';
import { changeConsent, refreshed } from '../storage/consent-changes.ts';
import { isActive, lockConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { Refresh } from './record-refresh.ts';
import { type Rotation, takeSuccessor } from './take-successor.ts';

/** Records a refresh of a token that was exchanged before, or of a consent that others change at this moment. */
export const recordContestedRefresh = (
  db: Database,
  consentId: string,
  { token, isKept, accessToken }: Refresh,
  now: number,
): Promise<Rotation> =>
  inTransaction(db, async (transaction) => {
    const locked = await lockConsent(transaction, consentId);
    if (!locked || !isActive(locked, now)) return { outcome: 'consent-ended' };
    const rotation = await takeSuccessor(transaction, locked, { token, isKept }, now);
    if (rotation.outcome !== 'rotated') return rotation;
    await changeConsent(transaction, locked, refreshed(locked, now), ...refreshEvents(locked, accessToken, now));
    return rotation;
  });
