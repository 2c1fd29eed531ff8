import type { Language } from '#i18n/locale.ts';
import type { ConsentEvent } from '../evidence/event-chain.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';

/** A request as one page put it to a customer. `issuedAt` is in epoch seconds. */
export interface ShownRequest {
  /** The secret id of the page, 256 bits: a page is answered once, and its code is derived from it. */
  id: string;
  issuedAt: number;
  /** The customer who saw it. */
  sub: string;
  wordsHash: string;
  textVersion: string;
  /** The same for all pages that put one request to one session. */
  requestHash: string;
  request: AuthorizationRequest<Language>;
}

/** The evidence of what was shown to whom, when and in which words. The words themselves are kept with the consent. */
export const shownEvent = ({ request, sub, wordsHash, textVersion, issuedAt }: ShownRequest): ConsentEvent => ({
  type: 'shown',
  actor: 'accord',
  happenedAt: issuedAt,
  detail: {
    clientId: request.clientId,
    providerId: request.providerId,
    sub,
    correlationId: request.correlationId,
    clusters: request.scope,
    language: request.language,
    textVersion,
    textHash: wordsHash,
    ...(request.authorizationDetails && { authorizationDetails: request.authorizationDetails }),
  },
});
