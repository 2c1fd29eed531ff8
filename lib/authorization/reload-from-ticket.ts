import { formatAuthorizationRequest } from '../oauth/authorization-request.ts';
import { newJourney } from './journey.ts';
import type { Loading } from './loaded-request.ts';
import { readRequest } from './read-request.ts';
import type { Ticket } from './ticket.ts';

/** The request of a ticket once more: the registration may have changed since the page was shown. */
export function reloadFromTicket({ request, issuedAt }: Ticket): Loading {
  const loaded = readRequest(formatAuthorizationRequest(request), request.requestUri);
  return loaded.outcome === 'accepted' ? { ...loaded, journey: newJourney(loaded.request, issuedAt) } : loaded;
}
