import type { Language } from '#i18n/locale.ts';
import { type Disclosure, writeDisclosure } from '../disclosure/disclosure.ts';
import { hashDisclosure } from '../disclosure/hash-disclosure.ts';
import { randomToken } from '../keys/random-token.ts';
import { sealFor } from '../keys/seal.ts';
import { note } from '../log/request-log.ts';
import { listConsentsToRecipient } from '../storage/consent-lists.ts';
import type { StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import type { LoadedRequest } from './load.ts';
import { requestHashOf } from './request-hash.ts';
import { sealTicket } from './ticket.ts';

/** What stands in the way of an answer that was posted. */
export type ConsentProblem = 'no-account' | 'not-understood' | 'other-session' | 'changed' | 'unavailable';

/** What a customer had filled in, when a page is shown again; `until` is the chosen end, in days. */
export interface FilledIn {
  ticked: string[];
  until: string | null;
  problem: ConsentProblem | undefined;
}

/** A request in words for the customer who is signed in, and the ticket that binds an answer to them. */
export interface ConsentPrompt extends LoadedRequest {
  outcome: 'prompt';
  language: Language;
  session: Session;
  words: Disclosure;
  ticket: string;
  issuedAt: number;
  filledIn: FilledIn;
  status: number;
}

const nothingFilledIn: FilledIn = { ticked: [], until: null, problem: undefined };

/** Writes the words and seals the ticket; stores nothing. */
export async function promptForConsent(
  db: Database,
  loaded: LoadedRequest & { session: Session },
  now: number,
  filledIn: FilledIn = nothingFilledIn,
): Promise<ConsentPrompt> {
  const { request, recipient, provider, terms, session } = loaded;
  const previous = await findPreviousConsent(db, loaded, now);
  const facts = { ...request, recipient, provider, terms, accounts: session.accounts, shownAt: now, previous };
  const words = writeDisclosure(facts, request.language);
  const ticket = sealTicket(sealFor('ticket'), {
    id: randomToken(),
    issuedAt: now,
    request,
    sub: session.sub,
    sessionHash: session.idHash,
    wordsHash: hashDisclosure(JSON.stringify(words)),
    ...(previous && { previousId: previous.id }),
  });
  note({ outcome: filledIn.problem ?? 'consent-shown' });
  const status = filledIn.problem === 'unavailable' ? 503 : 200;
  return { outcome: 'prompt', language: request.language, ...loaded, words, ticket, issuedAt: now, filledIn, status };
}

/** The lasting consent of this customer to this recipient that a new one would replace, unless this very request gave it. */
async function findPreviousConsent(
  db: Database,
  { request, terms, session }: LoadedRequest & { session: Session },
  now: number,
): Promise<StoredConsent | undefined> {
  if (terms.durationType === 'ONE_TIME') return undefined;
  const customer = { providerId: request.providerId, sub: session.sub, clientId: request.clientId };
  const given = await listConsentsToRecipient(db, customer, now);
  const requestHash = requestHashOf({ request, sessionHash: session.idHash });
  return given.find((consent) => consent.requestHash !== requestHash);
}
