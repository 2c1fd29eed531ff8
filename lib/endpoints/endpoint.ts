import { apiAnswer } from '../http/api-answer.ts';
import type { ApiAnswer, ApiRequest } from '../http/api-exchange.ts';
import type { Database } from '../storage/database.ts';

/** Answers a request at an address: from what is known of it to status, headers and body. */
export type Handler = (db: Database, request: ApiRequest, now: number) => ApiAnswer | Promise<ApiAnswer>;

/** An address of machines: who answers which method there, and how the others are refused. */
export interface Endpoint {
  handlers: Partial<Record<'GET' | 'POST' | 'PUT', Handler>>;
  refuse: (allow: string) => ApiAnswer;
}

/** The methods of an endpoint, as `Allow` lists them. */
export const allowedAt = ({ handlers }: Endpoint): string =>
  Object.keys(handlers)
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .join(', ');

/** Answers HEAD as GET, and what no handler is for with 405. */
export const answerAt: (endpoint: Endpoint) => Handler = (endpoint) => (db, request, now) => {
  const { handlers, refuse } = endpoint;
  const handler = handlers[request.method === 'HEAD' ? 'GET' : (request.method as keyof typeof handlers)];
  return handler ? handler(db, request, now) : refuse(allowedAt(endpoint));
};

/** A document that is read with GET. */
export const documentEndpoint = (GET: Handler): Endpoint => ({ handlers: { GET }, refuse: methodNotAllowed });

/** 405 in the form of OAuth's errors. */
export const methodNotAllowed = (allow: string): ApiAnswer =>
  apiAnswer({ error: 'invalid_request', error_description: `only ${allow} is answered here` }, 405, { Allow: allow });
