import { environment } from '../process/environment.ts';
import type { ApiAnswer } from './api-exchange.ts';
import { neverStored, strictTransport } from './security-headers.ts';

const headers = {
  ...neverStored,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** What anybody may embed or read in a process of his own: a document that is the same for all. */
export const forEverybody = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** The headers of every answer to a machine. */
export const apiHeaders = (): Record<string, string> => ({ ...headers, ...strictTransport(environment().isHttps) });

/** JSON for a machine: never cached, never framed (RFC 6749 §5.1). */
export const apiAnswer = (body: unknown, status = 200, more: Record<string, string> = {}): ApiAnswer => ({
  status,
  headers: { ...apiHeaders(), 'Content-Type': 'application/json', ...more },
  body: JSON.stringify(body),
});
