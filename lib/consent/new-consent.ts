import { accessTokenLife } from '../oauth/access-token.ts';
import { beginChain } from '../storage/consent-events.ts';
import { type Consent, insertConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { allowedEvent } from './allowed-event.ts';
import { codeLife } from './authorization-code.ts';
import type { ConsentPeriod } from './period.ts';
import { type ShownRequest, shownEvent } from './shown-request.ts';

/** What an allowing customer chose; `text` is the JSON of the words they saw. */
export interface Choice {
  accountIds: string[];
  period: ConsentPeriod;
  text: string;
}

/** The consent that a customer gives by a choice. */
export function newConsent(shown: ShownRequest, { accountIds, period, text }: Choice, now: number): Consent {
  const { request } = shown;
  return {
    id: crypto.randomUUID(),
    clientId: request.clientId,
    providerId: request.providerId,
    sub: shown.sub,
    correlationId: request.correlationId,
    clusters: request.scope,
    accountIds,
    durationType: period.durationType,
    lookbackFrom: period.lookbackFrom,
    language: request.language,
    textVersion: shown.textVersion,
    textHash: shown.wordsHash,
    text,
    requestHash: shown.requestHash,
    askedScope: request.askedScope,
    authorizationDetails: request.authorizationDetails,
    createdAt: now,
    // A consent for once ends with the last token that its code can bring.
    expiresAt: period.until ?? now + codeLife + accessTokenLife,
  };
}

/** Stores a new consent, whose evidence begins with what was shown. */
export async function storeConsent(transaction: Database, shown: ShownRequest, consent: Consent): Promise<void> {
  const chain = await beginChain(transaction, consent.id, [shownEvent(shown), allowedEvent(consent)]);
  await insertConsent(transaction, consent, chain);
}
