import { randomUUID } from 'node:crypto';
import { type Language, readLanguage } from '#i18n/locale.ts';
import { isToSignIn, queryOfRequest } from '#lib/authorization/journey.ts';
import { note } from '#lib/log/request-log.ts';
import { type AuthorizationErrorCode, errorResponse } from '#lib/oauth/authorization-response.ts';
import { issuer } from '#lib/process/environment.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { findOnlyProvider } from '#lib/registry/registry.ts';
import type { SignInWishes } from '#lib/sign-in/upstream-sign-in.ts';
import { type AcceptedRequest, acceptRequest } from './accepted-request.tsx';
import { problemResponse } from './problem.tsx';

/** What a customer signs in for: to answer a recipient's request, or to see what they share. */
export interface SignInPurpose {
  provider: Provider;
  language: Language;
  correlationId: string;
  /** The query of `/sign-in` that means the same purpose. */
  query: URLSearchParams;
  /** Where a customer who is signed in goes on. */
  next: string;
  /** Whom the request is from, and the address that ends it there; nobody waits for a customer of the dashboard. */
  asker:
    | { recipient: string; redirectUri: string; refuse(error: AuthorizationErrorCode, why: string): string }
    | undefined;
  /** What the request adds to signing in. */
  wishes: SignInWishes;
}

export const dashboardMark = 'dashboard';

/** The purpose in a query of `/sign-in`, or the answer that ends it. */
export async function readPurpose(query: URLSearchParams): Promise<SignInPurpose | Response> {
  if (query.get('for') === dashboardMark) return dashboardPurpose(query);
  const accepted = await acceptRequest(query);
  return accepted instanceof Response ? accepted : requestPurpose(accepted);
}

export function requestPurpose({ request, recipient, provider, journey }: AcceptedRequest): SignInPurpose {
  const { language, correlationId, redirectUri } = request;
  const query = queryOfRequest(request, journey);
  const target = { ...request, issuer: issuer() };
  return {
    provider,
    language,
    correlationId,
    query,
    next: `/authorize?${query}`,
    wishes: {
      loginHint: request.loginHint,
      acrValues: request.acrValues,
      maxAge: request.maxAge,
      isForced: isToSignIn(request),
    },
    asker: {
      recipient: recipient.name[language],
      redirectUri,
      refuse: (error, why) => errorResponse(target, error, why),
    },
  };
}

// Where to go on is a path of ours alone: no address of anybody else's is ever taken from a query.
const path = /^\/consents(?:\/[\w-]{1,64}(?:\/[a-z]{1,20})?)?$/;

function dashboardPurpose(given: URLSearchParams): SignInPurpose | Response {
  const language = readLanguage(given);
  const provider = findProvider(given);
  if (!provider) return problemResponse('not-found', 404, language);
  note({ provider: provider.providerId });
  const asked = given.get('next') ?? '';
  const next = path.test(asked) ? asked : '/consents';
  const place = { provider_id: provider.providerId, language };
  return {
    provider,
    language,
    correlationId: randomUUID(),
    query: new URLSearchParams({ for: dashboardMark, next, ...place }),
    next: `${next}?${new URLSearchParams(place)}`,
    asker: undefined,
    wishes: {},
  };
}

/** The provider that a query names, or the only one there is. */
export const findProvider = (query: URLSearchParams): Provider | undefined =>
  currentRegistry().providers.get(query.get('provider_id') ?? '') ?? findOnlyProvider(currentRegistry());

/** The address at which a customer signs in to see a page of the dashboard. */
export const dashboardSignIn = (next: string, provider: Provider, language: Language): string =>
  `/sign-in?${new URLSearchParams({ for: dashboardMark, next, provider_id: provider.providerId, language })}`;
