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

/** What a page of any origin may read or embed: a document that is the same for all (Fetch §3.2). */
export const forEverybody = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
};

/** The headers of every answer to a machine. */
export const apiHeaders = (): Record<string, string> => ({ ...headers, ...strictTransport(environment().isHttps) });

/** JSON for a machine: never cached, never framed (RFC 6749 §5.1). */
export const apiAnswer = (body: unknown, status = 200, more: Record<string, string> = {}): ApiAnswer => ({
  status,
  headers: { ...apiHeaders(), 'Content-Type': 'application/json', ...more },
  body: JSON.stringify(body),
});

/** A document that is the same for all, kept by caches for five minutes (RFC 9111 §5.2.2.1). */
export function documentAnswer(body: unknown, type = 'application/json'): ApiAnswer {
  const answer = apiAnswer(body, 200, {
    ...forEverybody,
    'Content-Type': type,
    'Cache-Control': 'public, max-age=300',
  });
  const { Pragma: _, ...headers } = answer.headers;
  return { ...answer, headers };
}
