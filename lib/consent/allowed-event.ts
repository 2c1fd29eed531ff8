import type { ConsentEvent } from '../evidence/event-chain.ts';
import type { Consent } from '../storage/consents.ts';

/** The evidence of what a customer allowed: every term of the consent, so that its row can be held against it. */
export const allowedEvent = (consent: Consent): ConsentEvent => ({
  type: 'allowed',
  actor: 'customer',
  happenedAt: consent.createdAt,
  detail: {
    clientId: consent.clientId,
    providerId: consent.providerId,
    sub: consent.sub,
    correlationId: consent.correlationId,
    clusters: consent.clusters,
    accountIds: consent.accountIds,
    durationType: consent.durationType,
    lookbackFrom: consent.lookbackFrom,
    expiresAt: consent.expiresAt,
    language: consent.language,
    textVersion: consent.textVersion,
    textHash: consent.textHash,
    requestHash: consent.requestHash,
    askedScope: consent.askedScope,
    authorizationDetails: consent.authorizationDetails,
    replaces: consent.replaces,
  },
});
