import { z } from 'zod';
import { randomToken } from '../keys/random-token.ts';
import { sealFor } from '../keys/seal.ts';
import {
  type AuthorizationRequest,
  formatAuthorizationRequest,
  type ProviderlessRequest,
} from '../oauth/authorization-request.ts';
import type { SignInRequest } from '../oauth/sign-in-request.ts';
import type { Session } from '../storage/sessions.ts';
import { fingerprintOf } from './request-hash.ts';

/** Seconds that a customer may take from opening a request to its consent page. */
const journeyLife = 1800;

const journey = z.object({
  /** The session that a customer begins on a journey carries its id: another browser's session does not. */
  id: z.string(),
  startedAt: z.int(),
  /** The fingerprint of the one request that it is for. */
  request: z.string(),
});

/** One opening of a request, from its first page to its answer; it travels sealed in our own addresses. */
export type Journey = z.infer<typeof journey>;

export const newJourney = (request: AuthorizationRequest | ProviderlessRequest, startedAt: number): Journey => ({
  id: randomToken(),
  startedAt,
  request: fingerprintOf(request),
});

/** The journey in a query of ours; undefined for none, or one that has taken too long. */
export function readJourney(query: URLSearchParams, now: number): Journey | undefined {
  const parsed = journey.safeParse(sealFor('journey').open(query.get('journey') ?? ''));
  return parsed.success && now < parsed.data.startedAt + journeyLife ? parsed.data : undefined;
}

/** The query by which a browser comes back to a request on its journey: a pushed one by its URI, another by itself. */
export function queryOfRequest(request: AuthorizationRequest | ProviderlessRequest, journey: Journey): URLSearchParams {
  const { requestUri, clientId, providerId, language } = request;
  const sealed = sealFor('journey').seal(journey);
  if (requestUri !== undefined)
    return new URLSearchParams({
      client_id: clientId,
      request_uri: requestUri,
      ...(providerId !== undefined && { provider_id: providerId }),
      language,
      journey: sealed,
    });
  const query = formatAuthorizationRequest(request);
  if (isToSignIn(request) || request.maxAge !== undefined) query.set('journey', sealed);
  return query;
}

/** OpenID Connect Core §3.1.2.1: whoever was signed in before is asked again. */
export const isToSignIn = ({ prompt = '', maxAge }: SignInRequest): boolean =>
  /\b(login|select_account)\b/.test(prompt) || maxAge === 0;

/** True when the customer has signed in for this very request in this browser, or as recently as it demands. */
export function isRecentEnough(
  request: AuthorizationRequest,
  session: Pick<Session, 'authenticatedAt' | 'journeyId'>,
  journey: Journey | undefined,
  now: number,
): boolean {
  if (journey !== undefined && session.journeyId === journey.id) return true;
  if (isToSignIn(request)) return false;
  return request.maxAge === undefined || session.authenticatedAt >= now - request.maxAge;
}
