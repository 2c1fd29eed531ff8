import { WaysOn } from '#components/ways-on.tsx';
import { queryOfRequest } from '#lib/authorization/journey.ts';
import type { Ticket } from '#lib/authorization/ticket.ts';
import type { Decision } from '#lib/consent/decision.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { errorResponse, successResponse } from '#lib/oauth/authorization-response.ts';
import { issuer } from '#lib/process/environment.ts';
import type { AcceptedRequest } from '../accepted-request.tsx';
import { problemResponse } from '../problem.tsx';

/** Sends the browser back to the recipient with what was decided (RFC 6749 §4.1.2). */
export function conclude({ request }: Ticket, decision: Decision): Response {
  note({ outcome: decision.outcome });
  const target = { ...request, issuer: issuer() };
  switch (decision.outcome) {
    case 'allowed':
      note({ consentId: decision.consentId });
      return redirectResponse(successResponse(target, decision.code));
    case 'denied':
      return redirectResponse(errorResponse(target, 'access_denied', 'the customer has denied the request'));
    case 'already-answered':
      return problemResponse(decision.outcome, 400, request.language);
  }
}

/** A page that was open too long: the same request once more, or back to the recipient. */
export function expire({ request, recipient, journey }: AcceptedRequest): Response {
  const target = { ...request, issuer: issuer() };
  const children = (
    <WaysOn
      retry={`/authorize?${queryOfRequest(request, journey)}`}
      giveUp={{
        address: errorResponse(target, 'access_denied', 'the customer let the request expire'),
        recipient: recipient.name[request.language],
      }}
      language={request.language}
    />
  );
  return problemResponse('ticket-expired', 400, request.language, { children });
}
