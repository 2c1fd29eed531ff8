import type { Language } from '#i18n/locale.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Session } from '../storage/sessions.ts';
import type { LoadedRequest } from './loaded-request.ts';

/** What stands in the way of an answer that was posted. */
export type ConsentProblem = 'no-account' | 'not-understood' | 'other-session' | 'late' | 'changed' | 'unavailable';

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
