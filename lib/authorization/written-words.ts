import { type Disclosure, writeDisclosure } from '../disclosure/disclosure.ts';
import { hashDisclosure } from '../disclosure/hash-disclosure.ts';
import type { StoredConsent } from '../storage/consents.ts';
import type { Session } from '../storage/sessions.ts';
import type { LoadedRequest } from './loaded-request.ts';
import { requestHashOf } from './request-hash.ts';

/**
 * The words of a request for a customer: on the page, as the text that is recorded, and its hash. Written again for the
 * answer, they are the same unless something has changed in between.
 */
export function writeWords(
  { request, recipient, provider, terms }: LoadedRequest,
  session: Session,
  { shownAt, previous }: { shownAt: number; previous: StoredConsent | undefined },
): { words: Disclosure; text: string; hash: string } {
  const isAllowedAlready = previous?.requestHash === requestHashOf({ request, sessionHash: session.idHash });
  const facts = {
    ...request,
    recipient,
    provider,
    terms,
    accounts: session.accounts,
    shownAt,
    previous,
    isAllowedAlready,
  };
  const words = writeDisclosure(facts, request.language);
  const text = JSON.stringify(words);
  return { words, text, hash: hashDisclosure(text) };
}
