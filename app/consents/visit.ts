import type { NextRequest } from 'next/server';
import { type Language, readLanguage } from '#i18n/locale.ts';
import { type ConsentView, viewConsent } from '#lib/disclosure/consent-view.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { now } from '#lib/process/clock.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { currentSession } from '#lib/sign-in/session.ts';
import { findConsent } from '#lib/storage/consents.ts';
import { database, isUnavailable } from '#lib/storage/database.ts';
import type { Session } from '#lib/storage/sessions.ts';
import { problemResponse } from '../problem.tsx';
import { dashboardSignIn, findProvider } from '../sign-in-purpose.tsx';

/** A customer who is signed in, on their dashboard. */
export interface Visit {
  provider: Provider;
  session: Session;
  language: Language;
  /** The query that keeps bank and language from page to page. */
  place: string;
}

/** Answers for a customer who is signed in at their bank; anyone else is asked to sign in first. */
export async function withVisit(
  incoming: NextRequest,
  { next = incoming.nextUrl.pathname }: { next?: string },
  answer: (visit: Visit) => Promise<Response> | Response,
  otherwise: (language: Language) => Response,
): Promise<Response> {
  const { searchParams: query } = incoming.nextUrl;
  const language = readLanguage(query);
  try {
    const provider = findProvider(query) ?? (await findSignedIn(incoming));
    if (!provider) return otherwise(language);
    note({ provider: provider.providerId });
    const session = await currentSession(incoming.cookies, provider);
    if (!session) return redirectResponse(dashboardSignIn(next, provider, language));
    const place = String(new URLSearchParams({ provider_id: provider.providerId, language }));
    return await answer({ provider, session, language, place });
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problemResponse('unavailable', 503, language);
  }
}

// An address without its bank is that of the one where the customer is signed in.
async function findSignedIn({ cookies }: NextRequest): Promise<Provider | undefined> {
  for (const provider of currentRegistry().providers.values())
    if (await currentSession(cookies, provider)) return provider;
  return undefined;
}

/** The same for one consent of the customer's own; another's is not told from one that does not exist. */
export const withConsent = (
  incoming: NextRequest,
  parameters: Promise<{ id: string }>,
  answer: (visit: Visit, view: ConsentView) => Promise<Response> | Response,
): Promise<Response> =>
  withVisit(
    incoming,
    {},
    async (visit) => {
      const { provider, session, language } = visit;
      const { id } = await parameters;
      const consent = await findConsent(database(), id);
      if (consent?.providerId !== provider.providerId || consent.sub !== session.sub)
        return problemResponse('not-found', 404, language);
      note({ consentId: consent.id, correlationId: consent.correlationId });
      return answer(visit, viewConsent(consent, { registry: currentRegistry(), provider, language, now: now() }));
    },
    (language) => problemResponse('not-found', 404, language),
  );
