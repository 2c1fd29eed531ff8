import type { UpstreamProblem } from '#components/problem-page.tsx';
import { WaysOn } from '#components/ways-on.tsx';
import { issuer } from '#lib/environment.ts';
import { formatAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { errorResponse } from '#lib/oauth/authorization-response.ts';
import type { AcceptedRequest } from '../accepted-request.tsx';
import { problemResponse } from '../problem.tsx';

const statuses = {
  'sign-in-lost': 400,
  'sign-in-expired': 400,
  'sign-in-refused': 502,
  'bank-unavailable': 503,
  'accounts-unavailable': 503,
  'no-accounts': 200,
} as const;

/** Our page when the bank did not bring the customer in: the same request once more, or back to the recipient. */
export function upstreamProblem(
  name: Exclude<UpstreamProblem, 'sign-in-lost'>,
  { request, recipient }: AcceptedRequest,
): Response {
  const target = { ...request, issuer: issuer() };
  const error = name === 'sign-in-expired' || name === 'no-accounts' ? 'access_denied' : 'temporarily_unavailable';
  const children = (
    <WaysOn
      retry={`/authorize?${formatAuthorizationRequest(request)}`}
      giveUp={errorResponse(target, error, 'the customer could not be signed in at the provider')}
      recipient={recipient.name[request.language]}
      language={request.language}
    />
  );
  return problemResponse(name, statuses[name], request.language, { children });
}
