import type { IncomingMessage } from 'node:http';
import { outsideHeaders } from './outside-headers.ts';

/**
 * Leaves of a request only what our door answers: Next would answer its own client's headers and addresses by itself
 * before, and fails at TRACE and at `OPTIONS *` (RFC 9110 §9.3.7).
 */
export function makePlainRequest(request: Pick<IncomingMessage, 'headers' | 'method' | 'url'>): void {
  for (const name of outsideHeaders) delete request.headers[name];
  // No page has such an address, by which Next gives the data of one.
  request.url = request.url?.replace(/^([^?]*)\.rsc(?=\?|$)/, '$1-rsc');
  if (!request.url?.startsWith('/')) request.url = '/';
  if (request.method === 'TRACE') request.method = 'OPTIONS';
}
