import { translator } from '#i18n/recorded-translator.ts';
import { type Problem, type ProblemName, problem, type UpstreamProblem } from '../http/problem.ts';
import type { LoadedSignIn } from './loaded-sign-in.ts';

const statuses = {
  'sign-in-expired': 400,
  'sign-in-refused': 502,
  'sign-in-too-weak': 502,
  'bank-unavailable': 503,
  'accounts-unavailable': 503,
  'accounts-too-many': 502,
  'no-accounts': 200,
} as const satisfies Partial<Record<ProblemName, number>>;

/**
 * When the bank did not bring the customer in: the same once more, or back to the recipient; with the number by which the
 * bank's support finds it in the logs.
 */
export function bankProblem(
  name: Exclude<UpstreamProblem, 'sign-in-lost'>,
  { provider, returnTo, requester, language, correlationId }: LoadedSignIn,
): Problem {
  const error = name === 'sign-in-expired' || name === 'no-accounts' ? 'access_denied' : 'temporarily_unavailable';
  const giveUp = requester && {
    address: requester.refuse(error, 'the customer could not be signed in at the provider'),
    recipient: requester.name,
  };
  return problem(name, statuses[name], language, {
    providerId: provider.providerId,
    next: { retry: returnTo, giveUp },
    lines: [translator(language)('Dashboard.detail.reference', { id: correlationId })],
  });
}
