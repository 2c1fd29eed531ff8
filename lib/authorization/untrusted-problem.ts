import { readLanguage } from '#i18n/locale.ts';
import { type Problem, problem } from '../http/problem.ts';
import type { UntrustedReason } from '../oauth/redirect-target.ts';

/** Our page for a request whose client or redirect URI is not to be trusted, with what was sent as text. */
export function untrustedProblem(reason: UntrustedReason, parameters: URLSearchParams): Problem {
  const parameter = reason.startsWith('client') ? 'client_id' : 'redirect_uri';
  const values = parameters.getAll(parameter).map((value) => value.slice(0, 500));
  return problem(reason, 400, readLanguage(parameters), { received: { reason, parameter, values } });
}
