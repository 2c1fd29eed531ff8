import type { ShownRequest } from '../consent/shown-request.ts';
import { textVersion } from '../disclosure/disclosure.ts';
import { requestHashOf } from './request-hash.ts';
import type { Ticket } from './ticket.ts';

/** What the page of a ticket put to its customer. */
export const shownRequestOf = (ticket: Ticket): ShownRequest => ({
  id: ticket.id,
  issuedAt: ticket.issuedAt,
  sub: ticket.sub,
  wordsHash: ticket.wordsHash,
  textVersion,
  requestHash: requestHashOf(ticket),
  request: ticket.request,
});
