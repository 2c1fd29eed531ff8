import { SignInPage, type SignInProblem } from '#components/sign-in-page.tsx';
import { pageResponse } from '#lib/http/responses.ts';
import { formTargetsOf } from '#lib/http/security-headers.ts';
import { note } from '#lib/log/request-log.ts';
import type { SignInPurpose } from '../sign-in-purpose.tsx';

const statuses = { 'wrong-credentials': 200, 'too-many-failures': 429, unavailable: 503 } as const;

/** The sign-in page, at first or again with the username and what went wrong. */
export function showSignIn(
  { provider, language, query, asker }: SignInPurpose,
  { username, problem }: { username?: string; problem?: SignInProblem },
): Response {
  note({ outcome: problem?.outcome ?? 'sign-in-shown' });
  const action = `/sign-in?${query}`;
  const recipient = asker?.recipient;
  const isLimited = problem?.outcome === 'too-many-failures';
  return pageResponse(
    (nonce) => <SignInPage {...{ action, provider, recipient, language, nonce, username, problem }} />,
    {
      language,
      status: problem ? statuses[problem.outcome] : 200,
      formTargets: asker ? formTargetsOf(asker.redirectUri) : [],
      ...(isLimited && { headers: { 'Retry-After': String(problem.retryAfter) } }),
    },
  );
}
