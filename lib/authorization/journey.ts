import { z } from 'zod';
import { sealFor } from '../keys/seal.ts';
import { type AuthorizationRequest, formatAuthorizationRequest } from '../oauth/authorization-request.ts';
import type { Session } from '../storage/sessions.ts';

/** Seconds that a customer may take from opening a request to its consent page. */
const journeyLife = 1800;

/** When a request was first opened in a browser, and with which session; it travels sealed in our own addresses. */
export interface Journey {
  startedAt: number;
  /** The pushed request that was in time when it was opened. */
  requestUri?: string | undefined;
  /** The session that was there and is not to be used again. */
  sessionHash?: string | undefined;
}

const journey = z.tuple([z.int(), z.string(), z.string()]);

const sealJourney = ({ startedAt, requestUri = '', sessionHash = '' }: Journey): string =>
  sealFor('journey').seal([startedAt, requestUri, sessionHash]);

/** The journey in a query of ours; undefined for none, or one that has taken too long. */
export function readJourney(query: URLSearchParams, now: number): Journey | undefined {
  const parsed = journey.safeParse(sealFor('journey').open(query.get('journey') ?? ''));
  if (!parsed.success || now >= parsed.data[0] + journeyLife) return undefined;
  const [startedAt, requestUri, sessionHash] = parsed.data;
  return { startedAt, requestUri: requestUri || undefined, sessionHash: sessionHash || undefined };
}

/** The query by which a browser comes back to a request on its journey: a pushed one by its URI, another by itself. */
export function queryOfRequest(request: AuthorizationRequest, journey: Journey): URLSearchParams {
  const { requestUri, clientId, language } = request;
  if (requestUri === undefined) {
    const query = formatAuthorizationRequest(request);
    if (isToSignIn(request) || request.maxAge !== undefined) query.set('journey', sealJourney(journey));
    return query;
  }
  const sealed = sealJourney({ ...journey, requestUri });
  return new URLSearchParams({ client_id: clientId, request_uri: requestUri, language, journey: sealed });
}

/** OpenID Connect Core §3.1.2.1: whoever was signed in before is asked again. */
export const isToSignIn = ({ prompt = '', maxAge }: AuthorizationRequest): boolean =>
  /\b(login|select_account)\b/.test(prompt) || maxAge === 0;

/** True when a session is as recent as a request demands; a journey is what began before the customer signed in for it. */
export function isRecentEnough(
  request: AuthorizationRequest,
  { authenticatedAt, idHash }: Pick<Session, 'authenticatedAt' | 'idHash'>,
  journey: Journey | undefined,
  now: number,
): boolean {
  if (isToSignIn(request))
    return journey !== undefined && authenticatedAt >= journey.startedAt && idHash !== journey.sessionHash;
  return request.maxAge === undefined || authenticatedAt >= (journey?.startedAt ?? now) - request.maxAge;
}
