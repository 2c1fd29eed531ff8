import type { Decision } from '../consent/decision.ts';
import { type NextSteps, type Problem, problem, type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { errorResponse, successResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';
import type { Recipient } from '../registry/recipient.ts';
import type { LoadedRequest } from './loaded-request.ts';

/** The address at the recipient that says what was decided (RFC 6749 §4.1.2), or our page when it was said before. */
export function redirectToRecipient(
  { request, recipient, provider }: LoadedRequest,
  decision: Decision,
): Redirect | Problem {
  note({ outcome: decision.outcome });
  const target = { ...request, issuer: issuer() };
  switch (decision.outcome) {
    case 'allowed':
      note({ consentId: decision.consentId });
      return redirectTo(successResponse(target, decision.code));
    case 'denied':
      return redirectTo(errorResponse(target, 'access_denied', 'the customer has denied the request'));
    case 'already-answered':
      return problem('already-answered', 400, request.language, {
        providerId: provider.providerId,
        next: homeOf(recipient),
      });
  }
}

/** To the recipient by itself: it waits for no answer any more. */
export const homeOf = ({ clientUri, name }: Recipient): NextSteps =>
  clientUri === undefined ? {} : { giveUp: { address: clientUri, recipient: name } };
