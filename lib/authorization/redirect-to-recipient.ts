import type { Decision } from '../consent/decision.ts';
import { type Problem, problem, type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { errorResponse, successResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';
import { newJourney, queryOfRequest } from './journey.ts';
import type { LoadedRequest } from './loaded-request.ts';
import type { Ticket } from './ticket.ts';

/** The address at the recipient that says what was decided (RFC 6749 §4.1.2), or our page when it was said before. */
export function redirectToRecipient({ request }: Ticket, decision: Decision): Redirect | Problem {
  note({ outcome: decision.outcome });
  const target = { ...request, issuer: issuer() };
  switch (decision.outcome) {
    case 'allowed':
      note({ consentId: decision.consentId });
      return redirectTo(successResponse(target, decision.code));
    case 'denied':
      return redirectTo(errorResponse(target, 'access_denied', 'the customer has denied the request'));
    case 'already-answered':
      return problem('already-answered', 400, request.language);
  }
}

/** A page that was open too long: the same request once more, or back to the recipient. */
export function expire({ request, recipient, journey }: LoadedRequest, now: number): Problem {
  const target = { ...request, issuer: issuer() };
  return problem('ticket-expired', 400, request.language, {
    next: {
      retry: `/authorize?${queryOfRequest(request, journey ?? newJourney(request, now))}`,
      giveUp: {
        address: errorResponse(target, 'access_denied', 'the customer let the request expire'),
        recipient: recipient.name[request.language],
      },
    },
  });
}
