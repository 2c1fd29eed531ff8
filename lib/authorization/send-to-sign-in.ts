import { type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { newJourney, queryOfRequest } from './journey.ts';
import type { LoadedRequest } from './loaded-request.ts';

/** To the sign-in page, which leads back to the same request on the same journey. */
export function sendToSignIn({ request, journey }: LoadedRequest, now: number): Redirect {
  note({ outcome: 'sign-in-required' });
  return redirectTo(`/sign-in?${queryOfRequest(request, journey ?? newJourney(request, now))}`);
}
