import type { Problem, Redirect } from '../http/problem.ts';
import { formatAuthorizationRequest } from '../oauth/authorization-request.ts';
import { newJourney } from './journey.ts';
import type { LoadedRequest } from './loaded-request.ts';
import { sendToChoice } from './provider-question.ts';
import { readRequest } from './read-request.ts';
import type { Ticket } from './ticket.ts';

/** The request of a ticket once more: the registration may have changed since the page was shown. */
export function reloadFromTicket({
  request,
  issuedAt,
}: Ticket): ({ outcome: 'accepted' } & LoadedRequest) | Problem | Redirect {
  const loaded = readRequest(formatAuthorizationRequest(request), request.requestUri);
  if (loaded.outcome === 'choose-provider') return sendToChoice(loaded, issuedAt);
  return loaded.outcome === 'accepted' ? { ...loaded, journey: newJourney(loaded.request, issuedAt) } : loaded;
}
