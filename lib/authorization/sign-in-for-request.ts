import { errorResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';
import { isToSignIn, newJourney, queryOfRequest } from './journey.ts';
import type { LoadedRequest } from './loaded-request.ts';
import type { LoadedSignIn } from './loaded-sign-in.ts';

/** Signing in to answer a recipient's request. */
export function signInForRequest(
  { request, recipient, provider, journey: begun }: LoadedRequest,
  now: number,
): LoadedSignIn {
  const { language, correlationId, redirectUri } = request;
  const journey = begun ?? newJourney(request, now);
  const query = queryOfRequest(request, journey);
  const target = { ...request, issuer: issuer() };
  return {
    outcome: 'accepted',
    provider,
    language,
    correlationId,
    query,
    returnTo: `/authorize?${query}`,
    journeyId: journey.id,
    requester: { name: recipient.name, redirectUri, refuse: (error, why) => errorResponse(target, error, why) },
    options: {
      loginHint: request.loginHint,
      acrValues: request.acrValues,
      maxAge: request.maxAge,
      isForced: isToSignIn(request),
    },
  };
}
