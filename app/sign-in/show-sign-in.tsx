import { SignInPage, type SignInProblem } from '#components/sign-in-page.tsx';
import { pageResponse } from '#lib/front-door/responses.ts';
import { formTargetsOf } from '#lib/front-door/security-headers.ts';
import { note } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import type { AcceptedRequest } from '../accepted-request.tsx';

const statuses = { 'wrong-credentials': 200, 'too-many-failures': 429, unavailable: 503 } as const;

/** The sign-in page, at first or again with the username and what went wrong. */
export function showSignIn(
  { request, recipient, provider }: AcceptedRequest,
  { username, problem }: { username?: string; problem?: SignInProblem },
): Response {
  note({ outcome: problem?.outcome ?? 'sign-in-shown' });
  const { language } = request;
  const action = `/sign-in?${formatAuthorizationRequest(request)}`;
  const isLimited = problem?.outcome === 'too-many-failures';
  return pageResponse(
    (nonce) => <SignInPage {...{ action, provider, recipient, language, nonce, username, problem }} />,
    {
      language,
      status: problem ? statuses[problem.outcome] : 200,
      formTargets: formTargetsOf(request.redirectUri),
      ...(isLimited && { headers: { 'Retry-After': String(problem.retryAfter) } }),
    },
  );
}
