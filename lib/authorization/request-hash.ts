import { hashToken } from '../keys/random-token.ts';
import {
  type AuthorizationRequest,
  formatAuthorizationRequest,
  type ProviderlessRequest,
} from '../oauth/authorization-request.ts';
import type { Ticket } from './ticket.ts';

/** One request in one session, whatever ticket it was answered with: the back button brings a page with a new one. */
export const requestHashOf = ({ request, sessionHash }: Pick<Ticket, 'request' | 'sessionHash'>): string =>
  hashToken(`${sessionHash}?${canonicalOf(request)}`);

/** What tells one request from another, whatever its language: of a pushed one its URI, of any other all that it asks. */
export const fingerprintOf = (request: AuthorizationRequest | ProviderlessRequest): string =>
  hashToken(request.requestUri ?? canonicalOf(request));

function canonicalOf(request: AuthorizationRequest | ProviderlessRequest): string {
  const { correlationId: _id, language: _language, ...asked } = request;
  return formatAuthorizationRequest({ ...asked, correlationId: '', language: 'en' }).toString();
}
