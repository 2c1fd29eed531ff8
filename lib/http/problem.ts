import type { Language } from '#i18n/locale.ts';
import type { UntrustedReason } from '../oauth/redirect-target.ts';

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

/** What cannot go on, by the key of its words. */
export type ProblemName =
  | UntrustedReason
  | 'not-found'
  | 'foreign-origin'
  | 'ticket-invalid'
  | 'request-uri-unknown'
  | 'ticket-expired'
  | 'already-answered'
  | 'wrong-type'
  | 'too-large'
  | 'length-required'
  | 'uri-too-long'
  | 'method-not-allowed'
  | 'unavailable'
  | 'old-callback'
  | UpstreamProblem;

/** The ways on from a problem: the same request once more, or back to the recipient, where one waits. */
export interface NextSteps {
  retry: string;
  giveUp?: { address: string; recipient: string } | undefined;
}

/** Our own page instead of what was asked for, with the status of its cause. */
export interface Problem {
  outcome: 'problem';
  name: ProblemName;
  status: number;
  language: Language;
  next?: NextSteps;
  /** What the recipient's developer is shown of an untrusted request: text, never a link. */
  received?: { reason: UntrustedReason; parameter: string; values: string[] };
}

export const problem = (
  name: ProblemName,
  status: number,
  language: Language,
  more: Pick<Problem, 'next' | 'received'> = {},
): Problem => ({ outcome: 'problem', name, status, language, ...more });

/** Sends the browser on: an address of ours, or one that a registered recipient has earned. */
export interface Redirect {
  outcome: 'redirect';
  to: string;
}

export const redirectTo = (to: string): Redirect => ({ outcome: 'redirect', to });
