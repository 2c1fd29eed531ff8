import type { Actor } from '../evidence/event-chain.ts';
import type { Change } from '../storage/change-at-once.ts';
import type { StoredConsent, StoredEndReason } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { insertNotices, type NewNotice, noticeInsertion, rowOf, type Subscriber } from '../storage/notices.ts';

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

type Ending = Pick<StoredConsent, 'id' | 'clientId' | 'providerId' | 'chain'>;

/** Puts by, where a consent ends, what each who did not end it is to be told; a change names what goes on instead. */
export const tellOfEnd = (transaction: Database, consent: Ending, end: End, now: number): Promise<void> =>
  insertNotices(transaction, noticesOfEnd(consent, end, now));

/** The same, to be put by together with the end. */
export const noticeChanges = (db: Database, consent: Ending, end: End, now: number): Change[] =>
  noticesOfEnd(consent, end, now).map((notice) => ({ query: noticeInsertion.with(db, rowOf(notice)), rows: 'any' }));

function noticesOfEnd({ id: consentId, chain, ...consent }: Ending, { by, reason, replacedBy }: End, now: number) {
  return subscribersOf(consent)
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
}
