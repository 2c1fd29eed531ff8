import type { Endpoint } from '../endpoints/endpoint.ts';
import { readApiRequest } from '../http/api-exchange.ts';
import { answer } from './answer.ts';

/** An endpoint as a route handler of Next: under `next start`, `next dev`, and on Vercel. */
export const routeHandler =
  (endpoint: Endpoint) =>
  async (request: Request): Promise<Response> => {
    const { status, headers, body } = await answer(endpoint, await readApiRequest(request));
    return new Response(body || null, { status, headers });
  };
