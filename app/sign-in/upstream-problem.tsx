import type { UpstreamProblem } from '#components/problem-page.tsx';
import { WaysOn } from '#components/ways-on.tsx';
import { problemResponse } from '../problem.tsx';
import type { SignInPurpose } from '../sign-in-purpose.tsx';

const statuses = {
  'sign-in-lost': 400,
  'sign-in-expired': 400,
  'sign-in-refused': 502,
  'bank-unavailable': 503,
  'accounts-unavailable': 503,
  'no-accounts': 200,
} as const;

/** Our page when the bank did not bring the customer in: the same once more, or back to the recipient. */
export function upstreamProblem(
  name: Exclude<UpstreamProblem, 'sign-in-lost'>,
  { next, asker, language }: SignInPurpose,
): Response {
  const error = name === 'sign-in-expired' || name === 'no-accounts' ? 'access_denied' : 'temporarily_unavailable';
  const giveUp = asker && {
    address: asker.refuse(error, 'the customer could not be signed in at the provider'),
    recipient: asker.recipient,
  };
  const children = <WaysOn retry={next} giveUp={giveUp} language={language} />;
  return problemResponse(name, statuses[name], language, { children });
}
