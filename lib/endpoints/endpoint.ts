import { apiAnswer } from '../http/api-answer.ts';
import type { ApiAnswer, ApiRequest } from '../http/api-exchange.ts';
import type { Database } from '../storage/database.ts';

/** Answers a request at an address: from what is known of it to status, headers and body. */
export type Handler = (db: Database, request: ApiRequest, now: number) => ApiAnswer | Promise<ApiAnswer>;

/** An address of machines: who answers which method there, and how the others are refused. */
export interface Endpoint {
  handlers: Partial<Record<'GET' | 'POST' | 'PUT', Handler>>;
  refuse: (allow: string) => ApiAnswer;
  /** Answers a browser that asks whether a page may call here; undefined for a page that may not. */
  preflight?: (request: ApiRequest) => ApiAnswer | undefined;
}

/** The methods of an endpoint, as `Allow` lists them. */
export const allowedAt = ({ handlers }: Endpoint): string =>
  Object.keys(handlers)
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .join(', ');

/** Answers HEAD as GET, a preflight that may pass, and what no handler is for with 405. */
export const answerAt: (endpoint: Endpoint) => Handler = (endpoint) => (db, request, now) => {
  const { handlers, refuse, preflight } = endpoint;
  const permission = request.method === 'OPTIONS' ? preflight?.(request) : undefined;
  if (permission) return permission;
  const handler = handlers[request.method === 'HEAD' ? 'GET' : (request.method as keyof typeof handlers)];
  return handler ? handler(db, request, now) : refuse(allowedAt(endpoint));
};

/** A document that is read with GET. */
export const documentEndpoint = (GET: Handler): Endpoint => ({ handlers: { GET }, refuse: methodNotAllowed });

/** 405 in the form of OAuth's errors. */
export const methodNotAllowed = (allow: string): ApiAnswer =>
  apiAnswer({ error: 'invalid_request', error_description: `only ${allow} is answered here` }, 405, { Allow: allow });
