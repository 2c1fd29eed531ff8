import { accessTokenLife } from '../oauth/access-token.ts';
import type { Consent } from '../storage/consents.ts';
import { codeLife } from './authorization-code.ts';
import type { ConsentPeriod } from './period.ts';
import type { ShownRequest } from './shown-request.ts';

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
