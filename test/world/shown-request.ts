import { shownRequestOf } from '../../lib/authorization/shown-request.ts';
import type { Ticket } from '../../lib/authorization/ticket.ts';
import type { ShownRequest } from '../../lib/consent/shown-request.ts';
import { ticketOf } from './ticket.ts';

/** The request of the page of `ticketOf`; a test changes one thing. */
export const shownRequest = (change: Partial<Ticket> = {}): ShownRequest => shownRequestOf(ticketOf(change));
