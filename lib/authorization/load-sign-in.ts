import { randomUUID } from 'node:crypto';
import { type Language, readLanguage } from '#i18n/locale.ts';
import { type Problem, problem, type Redirect } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { type AuthorizationErrorCode, errorResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';
import { currentRegistry } from '../registry/current.ts';
import type { Localized } from '../registry/localized.ts';
import type { Provider } from '../registry/provider.ts';
import { findProviderOf } from '../registry/registry.ts';
import { dashboardMark } from '../sign-in/dashboard-address.ts';
import type { SignInOptions } from '../sign-in/upstream-sign-in.ts';
import type { Database } from '../storage/database.ts';
import { isToSignIn, queryOfRequest } from './journey.ts';
import { type LoadedRequest, loadAuthorizationRequest } from './load.ts';

/** What a customer signs in for: to answer a recipient's request, or to see what they share. */
export interface LoadedSignIn {
  outcome: 'accepted';
  provider: Provider;
  language: Language;
  correlationId: string;
  /** The query of `/sign-in` that means the same. */
  query: URLSearchParams;
  /** Where a customer who is signed in goes on. */
  returnTo: string;
  /** Whose request it is, and the address that ends it there; nobody waits for a customer of the dashboard. */
  requester:
    | { name: Localized; redirectUri: string; refuse(error: AuthorizationErrorCode, why: string): string }
    | undefined;
  options: SignInOptions;
}

/** What a query of `/sign-in` asks to sign in for. */
export async function loadSignIn(
  db: Database,
  query: URLSearchParams,
  now: number,
): Promise<LoadedSignIn | Problem | Redirect> {
  if (query.get('for') === dashboardMark) return dashboardSignIn(query);
  const loaded = await loadAuthorizationRequest(db, query, now);
  return loaded.outcome === 'accepted' ? signInFor(loaded, now) : loaded;
}

function signInFor({ request, recipient, provider, journey }: LoadedRequest, now: number): LoadedSignIn {
  const { language, correlationId, redirectUri } = request;
  const query = queryOfRequest(request, journey ?? { startedAt: now });
  const target = { ...request, issuer: issuer() };
  return {
    outcome: 'accepted',
    provider,
    language,
    correlationId,
    query,
    returnTo: `/authorize?${query}`,
    requester: { name: recipient.name, redirectUri, refuse: (error, why) => errorResponse(target, error, why) },
    options: {
      loginHint: request.loginHint,
      acrValues: request.acrValues,
      maxAge: request.maxAge,
      isForced: isToSignIn(request),
    },
  };
}

// Where to go on is a path of ours alone: no address of anybody else's is ever taken from a query.
const path = /^\/consents(?:\/[\w-]{1,64}(?:\/[a-z]{1,20})?)?$/;

function dashboardSignIn(given: URLSearchParams): LoadedSignIn | Problem {
  const language = readLanguage(given);
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
    requester: undefined,
    options: {},
  };
}
