import { hashToken, randomToken } from '../keys/random-token.ts';
import {
  type AuthorizationRequest,
  formatAuthorizationRequest,
  type ProviderlessRequest,
} from '../oauth/authorization-request.ts';
import type { Database } from '../storage/database.ts';
import { findStoredRequest, insertPushedRequest } from '../storage/pushed-requests.ts';
import type { Journey } from './journey.ts';

/** Seconds in which a pushed request must be opened (RFC 9126 §2.2). */
export const requestUriLife = 90;
const prefix = 'urn:ietf:params:oauth:request_uri:';

/** Keeps a request that has been read, and gives the URI to open it by: 256 bits, known to the client alone. */
export async function pushRequest(
  db: Database,
  request: AuthorizationRequest | ProviderlessRequest,
  now: number,
): Promise<string> {
  const requestUri = prefix + randomToken();
  await insertPushedRequest(db, {
    requestUriHash: hashToken(requestUri),
    clientId: request.clientId,
    parameters: formatAuthorizationRequest(request).toString(),
    createdAt: now,
    expiresAt: now + requestUriLife,
  });
  return requestUri;
}

/** `asked` is what a request that cannot be opened any more had asked for. */
type PushedReading =
  | { outcome: 'not-pushed' }
  | { outcome: 'unknown'; asked: URLSearchParams | undefined }
  | { outcome: 'found'; requestUri: string; parameters: URLSearchParams };

/**
 * The request behind a `request_uri` of this server. Copies of its parameters in the query count for nothing (RFC 9101
 * §6.3), except for the provider where none was pushed: the customer chooses it. It can be opened again until it is
 * answered: at first within its time, and afterwards on the journey begun then.
 */
export async function findPushedRequest(
  db: Database,
  query: URLSearchParams,
  journey: Journey | undefined,
  now: number,
): Promise<PushedReading> {
  const [requestUri = '', ...more] = query.getAll('request_uri');
  const [clientId, ...others] = query.getAll('client_id');
  const isOurs = requestUri.startsWith(prefix) && more.length === 0 && others.length === 0 && !query.get('request');
  if (!isOurs || !clientId) return { outcome: 'not-pushed' };
  const pushed = await findStoredRequest(db, hashToken(requestUri));
  const isOnItsWay = journey?.request === hashToken(requestUri);
  if (pushed?.clientId !== clientId) return { outcome: 'unknown', asked: undefined };
  const parameters = new URLSearchParams(pushed.parameters);
  if (pushed.isAnswered || (now >= pushed.expiresAt && !isOnItsWay)) return { outcome: 'unknown', asked: parameters };
  const language = isOnItsWay && query.get('language');
  if (language) parameters.set('language', language);
  if (!parameters.has('provider_id'))
    for (const chosen of query.getAll('provider_id')) parameters.append('provider_id', chosen);
  return { outcome: 'found', requestUri, parameters };
}
