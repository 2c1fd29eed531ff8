import type { Language } from '#i18n/locale.ts';
import type { UntrustedReason } from '../oauth/redirect-target.ts';
import type { Name } from '../registry/name.ts';

/** What a bank's own sign-in page or accounts can end in. */
export type UpstreamProblem =
  | 'sign-in-lost'
  | 'sign-in-expired'
  | 'sign-in-refused'
  | 'sign-in-too-weak'
  | 'bank-unavailable'
  | 'accounts-unavailable'
  | 'accounts-too-many'
  | 'no-accounts';

/** What has not been done because it could not be written. */
export type UnavailableAct =
  | 'answer-unavailable'
  | 'stop-unavailable'
  | 'stop-all-unavailable'
  | 'change-unavailable'
  | 'sign-out-unavailable';

/** What cannot go on, by the key of its words. */
export type ProblemName =
  | UntrustedReason
  | 'not-found'
  | 'foreign-origin'
  | 'ticket-invalid'
  | 'request-uri-unknown'
  | 'already-answered'
  | 'wrong-type'
  | 'too-large'
  | 'length-required'
  | 'uri-too-long'
  | 'method-not-allowed'
  | 'unavailable'
  | UnavailableAct
  | 'none-shareable'
  | 'old-callback'
  | UpstreamProblem;

/** The ways on from a problem: the same request or page once more, or to the recipient, where there is one. */
export interface NextSteps {
  /** The request, from its beginning. */
  retry?: string;
  /** The page whose form could not be answered. */
  again?: string;
  giveUp?: { address: string; recipient: Name } | undefined;
}

/** Our own page instead of what was asked for, with the status of its cause. */
export interface Problem {
  outcome: 'problem';
  name: ProblemName;
  status: number;
  language: Language;
  /** Where it happened: the page speaks in the name of that bank. */
  providerId?: string;
  next?: NextSteps;
  /** What more there is to tell, in the language of the problem. */
  lines?: string[];
  /** What the recipient's developer is shown of an untrusted request: text, never a link. */
  received?: { reason: UntrustedReason; parameter: string; values: string[] };
}

export const problem = (
  name: ProblemName,
  status: number,
  language: Language,
  more: Pick<Problem, 'providerId' | 'next' | 'lines' | 'received'> = {},
): Problem => ({ outcome: 'problem', name, status, language, ...more });

/** Sends the browser on: an address of ours, or one that a registered recipient has earned. */
export interface Redirect {
  outcome: 'redirect';
  to: string;
}

export const redirectTo = (to: string): Redirect => ({ outcome: 'redirect', to });
