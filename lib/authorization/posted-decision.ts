import type { ShownRequest } from '../consent/shown-request.ts';
import type { Problem, Redirect } from '../http/problem.ts';
import type { Session } from '../storage/sessions.ts';
import type { ConsentPrompt } from './consent-prompt.ts';
import type { LoadedRequest } from './loaded-request.ts';
import type { Ticket } from './ticket.ts';

/** Back to the recipient, the page once more with what was filled in, or our own page. */
export type DecisionAnswer = Redirect | ConsentPrompt | Problem;

/** A consent page that was answered, and what it had put to its customer. */
export interface PostedDecision {
  form: URLSearchParams;
  ticket: Ticket;
  shown: ShownRequest;
  /** The page was open too long. */
  isLate: boolean;
  loaded: LoadedRequest;
  session: Session | undefined;
}
