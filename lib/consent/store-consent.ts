import { codeInsertion } from '../storage/authorization-codes.ts';
import type { Change } from '../storage/change-at-once.ts';
import { eventChanges, linkFirst } from '../storage/consent-events.ts';
import { type Consent, consentInsertion } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { allowedEvent } from './allowed-event.ts';
import { newAuthorizationCode } from './authorization-code.ts';
import { type ShownRequest, shownEvent } from './shown-request.ts';

/** What is stored of a new consent: itself, its code, and its evidence, which begins with what was shown. */
export function newConsentChanges(db: Database, shown: ShownRequest, consent: Consent): Change[] {
  const { rows, head } = linkFirst(consent.id, shownEvent(shown), allowedEvent(consent));
  const code = newAuthorizationCode(shown, consent.id, consent.createdAt);
  return [
    { query: consentInsertion(db, consent, head).compile(), rows: 'one' },
    { query: codeInsertion(db, code).compile(), rows: 'one' },
    ...eventChanges(db, rows),
  ];
}

/** Stores a new consent as a part of a transaction. */
export async function storeConsent(transaction: Database, shown: ShownRequest, consent: Consent): Promise<void> {
  for (const { query } of newConsentChanges(transaction, shown, consent)) await transaction.executeQuery(query);
}
