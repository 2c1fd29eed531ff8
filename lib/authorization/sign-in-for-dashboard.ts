import { randomUUID } from 'node:crypto';
import { type Language, readAskedLanguage } from '#i18n/locale.ts';
import { type Problem, problem } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { currentRegistry } from '../registry/current.ts';
import { findProviderOf } from '../registry/registry.ts';
import { dashboardMark } from '../sign-in/dashboard-address.ts';
import type { LoadedSignIn } from './loaded-sign-in.ts';

// Where to go on is a path of ours alone: no address of anybody else's is ever taken from a query.
const path = /^\/consents(?:\/[\w-]{1,64}(?:\/[a-z]{1,20})?)?$/;

/** Signing in to see what one shares; `otherwise` is the language of a query that names none. */
export function signInForDashboard(given: URLSearchParams, otherwise: Language = 'en'): LoadedSignIn | Problem {
  const language = readAskedLanguage(given) ?? otherwise;
  const provider = findProviderOf(currentRegistry(), given);
  if (!provider) return problem('not-found', 404, language);
  note({ provider: provider.providerId });
  const asked = given.get('next') ?? '';
  const next = path.test(asked) ? asked : '/consents';
  const place = { provider_id: provider.providerId, language };
  return {
    outcome: 'accepted',
    provider,
    language,
    correlationId: randomUUID(),
    query: new URLSearchParams({ for: dashboardMark, next, ...place }),
    returnTo: `${next}?${new URLSearchParams(place)}`,
    journeyId: undefined,
    requester: undefined,
    options: {},
  };
}
