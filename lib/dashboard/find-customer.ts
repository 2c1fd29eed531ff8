import type { Language } from '#i18n/locale.ts';
import { type Problem, problem, type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { currentRegistry } from '../registry/current.ts';
import type { Provider } from '../registry/provider.ts';
import { findProviderOf } from '../registry/registry.ts';
import { dashboardSignInAddress } from '../sign-in/dashboard-address.ts';
import { type Cookies, currentSession } from '../sign-in/session.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';

/** A customer who is signed in, on their dashboard. */
export interface Visit {
  outcome: 'customer';
  provider: Provider;
  session: Session;
  language: Language;
  /** The query that keeps bank and language from page to page. */
  place: string;
  /** The path of the page, without its query. */
  path: string;
}

/** Which bank's dashboard it is to be is not known. */
interface ProviderChoice {
  outcome: 'choose-provider';
  providers: Provider[];
  language: Language;
}

/** Who visits the dashboard at an address; somebody who is not signed in is sent to sign in first. */
export async function findCustomer(
  db: Database,
  { path, query, cookies, language }: { path: string; query: URLSearchParams; cookies: Cookies; language: Language },
  now: number,
): Promise<Visit | Redirect | ProviderChoice | Problem> {
  const registry = currentRegistry();
  return orUnavailable<Visit | Redirect | ProviderChoice, Problem>(
    async () => {
      const named = findProviderOf(registry, query);
      // An address without its bank is that of the one where the customer is signed in.
      const [found] = named
        ? [{ provider: named, session: await currentSession(db, cookies, named, now) }]
        : await listSignedIn(db, cookies, now);
      if (!found) return { outcome: 'choose-provider', providers: [...registry.providers.values()], language };
      const { provider, session } = found;
      note({ provider: provider.providerId });
      if (!session) return redirectTo(dashboardSignInAddress(path, provider, language));
      const place = String(new URLSearchParams({ provider_id: provider.providerId, language }));
      return { outcome: 'customer', provider, session, language, place, path };
    },
    () => problem('unavailable', 503, language),
  );
}

/** Where a customer is signed in in this browser. */
export async function listSignedIn(
  db: Database,
  cookies: Cookies,
  now: number,
): Promise<{ provider: Provider; session: Session }[]> {
  const found: { provider: Provider; session: Session }[] = [];
  for (const provider of currentRegistry().providers.values()) {
    const session = await currentSession(db, cookies, provider, now);
    if (session) found.push({ provider, session });
  }
  return found;
}
