import { hashToken } from '../keys/random-token.ts';
import { formatAuthorizationRequest } from '../oauth/authorization-request.ts';
import type { Ticket } from './ticket.ts';

/** One request in one session, whatever ticket it was answered with: the back button brings a page with a new one. */
export function requestHashOf({ request, sessionHash }: Pick<Ticket, 'request' | 'sessionHash'>): string {
  const { correlationId: _id, language: _language, ...asked } = request;
  const query = formatAuthorizationRequest({ ...asked, correlationId: '', language: 'en' });
  return hashToken(`${sessionHash}?${query}`);
}
