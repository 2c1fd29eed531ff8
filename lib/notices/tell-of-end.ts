import type { Actor } from '../evidence/event-chain.ts';
import type { StoredConsent, StoredEndReason } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { insertNotices, type NewNotice, type Subscriber } from '../storage/notices.ts';

interface End {
  by: Actor;
  reason: StoredEndReason;
  replacedBy?: string;
}

/** Whom a consent concerns besides its customer. */
export const subscribersOf = ({
  clientId,
  providerId,
}: Pick<StoredConsent, 'clientId' | 'providerId'>): Subscriber[] => [
  { kind: 'recipient', id: clientId },
  { kind: 'provider', id: providerId },
];

/** Puts by, where a consent ends, what each who did not end it is to be told; a change names what goes on instead. */
export async function tellOfEnd(
  transaction: Database,
  consent: StoredConsent,
  { by, reason, replacedBy }: End,
  now: number,
): Promise<void> {
  const { id: consentId, chain } = consent;
  const notices = subscribersOf(consent)
    .filter(({ kind }) => kind !== by)
    .map(
      (subscriber): NewNotice => ({
        subscriber,
        consentId,
        number: chain.count + 1,
        type: replacedBy ? 'CONSENT_UPDATED' : 'CONSENT_REVOKED',
        detail: { reason, initiator: by, ...(replacedBy && { replacedBy }) },
        createdAt: now,
      }),
    );
  await insertNotices(transaction, notices);
}
