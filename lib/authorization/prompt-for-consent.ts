import type { Language } from '#i18n/locale.ts';
import type { RequestedTerms } from '../consent/period.ts';
import { type Disclosure, hashDisclosure, writeDisclosure } from '../disclosure/disclosure.ts';
import { randomToken } from '../keys/random-token.ts';
import { sealFor } from '../keys/seal.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { now } from '../process/clock.ts';
import type { Provider } from '../registry/provider.ts';
import type { Recipient } from '../registry/recipient.ts';
import { listConsentsToRecipient } from '../storage/consent-lists.ts';
import type { StoredConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import { requestHashOf } from './request-hash.ts';
import { sealTicket } from './ticket.ts';

/** A request that may be put to a customer who is signed in. */
export interface PutRequest {
  request: AuthorizationRequest<Language>;
  recipient: Recipient;
  terms: RequestedTerms;
  provider: Provider;
  session: Session;
}

/** The lasting consent of this customer to this recipient that a new one would replace, unless this very request gave it. */
async function findPreviousConsent(
  { request, terms, session }: PutRequest,
  now: number,
): Promise<StoredConsent | undefined> {
  if (terms.durationType === 'ONE_TIME') return undefined;
  const customer = { providerId: request.providerId, sub: session.sub, clientId: request.clientId };
  const given = await listConsentsToRecipient(database(), customer, now);
  const requestHash = requestHashOf({ request, sessionHash: session.idHash });
  return given.find((consent) => consent.requestHash !== requestHash);
}

/** The words for the customer, and the ticket that binds an answer to them. Writes nothing. */
export async function presentConsent(put: PutRequest): Promise<{ words: Disclosure; ticket: string }> {
  const { request, recipient, provider, terms, session } = put;
  const issuedAt = now();
  const previous = await findPreviousConsent(put, issuedAt);
  const facts = { ...request, recipient, provider, terms, accounts: session.accounts, shownAt: issuedAt, previous };
  const words = writeDisclosure(facts, request.language);
  const ticket = sealTicket(sealFor('ticket'), {
    id: randomToken(),
    issuedAt,
    request,
    sub: session.sub,
    sessionHash: session.idHash,
    wordsHash: hashDisclosure(JSON.stringify(words)),
    ...(previous && { previousId: previous.id }),
  });
  return { words, ticket };
}
