import { now } from '../clock.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { randomToken } from '../random.ts';
import type { Provider } from '../registry/provider.ts';
import type { Recipient } from '../registry/recipient.ts';
import { sealFor } from '../seal.ts';
import type { Session } from '../storage/sessions.ts';
import { sealTicket } from './ticket.ts';
import { type ConsentWords, hashWords, writeConsent } from './words.ts';

/** A request that may be put to a customer who is signed in. */
export interface PutRequest {
  request: AuthorizationRequest;
  recipient: Recipient;
  provider: Provider;
  session: Session;
}

/** The words for the customer, and the ticket that binds an answer to them. Writes nothing. */
export function presentConsent(put: PutRequest): { words: ConsentWords; ticket: string } {
  const { request, recipient, provider, session } = put;
  const issuedAt = now();
  const facts = { ...request, recipient, provider, accounts: session.accounts, shownAt: issuedAt };
  const words = writeConsent(facts, request.language);
  const ticket = sealTicket(sealFor('ticket'), {
    id: randomToken(),
    issuedAt,
    request,
    sub: session.sub,
    sessionHash: session.idHash,
    wordsHash: hashWords(JSON.stringify(words)),
  });
  return { words, ticket };
}
