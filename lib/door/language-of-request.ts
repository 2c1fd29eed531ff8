import type { NextRequest } from 'next/server';
import { type Language, readAcceptLanguage, readAskedLanguage } from '#i18n/locale.ts';
import { listSignedIn } from '../dashboard/find-customer.ts';
import type { Provider } from '../registry/provider.ts';
import { dashboardMark } from '../sign-in/dashboard-address.ts';
import { chosenLanguage } from '../sign-in/language-cookie.ts';
import { type Database, orUnavailable } from '../storage/database.ts';

/**
 * The language of a page: what its address asks for. Where it asks for none, a request of a recipient is in English
 * (OpenID Connect Core §3.1.2.1); any other page is in the language that the customer has chosen here, else in the one in
 * which they signed in, else in the one that their browser prefers.
 */
export async function languageOfRequest(
  db: Database,
  { nextUrl: { searchParams: query }, cookies, headers }: NextRequest,
  path: string,
  now: number,
): Promise<Language> {
  const asked = readAskedLanguage(query);
  if (asked) return asked;
  if (isOfRecipient(path, query)) return 'en';
  return (
    chosenLanguage(cookies) ??
    (isOfCustomer(path) ? await signedInLanguage(db, cookies, now) : undefined) ??
    readAcceptLanguage(headers.get('accept-language')) ??
    'en'
  );
}

const isOfRecipient = (path: string, query: URLSearchParams): boolean =>
  path === '/authorize' || (path === '/sign-in' && query.get('for') !== dashboardMark);

const isOfCustomer = (path: string): boolean => path.startsWith('/consents') || path === '/sign-out';

/** The bank of a customer's page whose address names none: the one where they are signed in. */
export async function providerOfVisit(
  db: Database,
  { nextUrl: { searchParams: query }, cookies }: NextRequest,
  path: string,
  now: number,
): Promise<Provider | undefined> {
  if (!path.startsWith('/consents') || query.has('provider_id')) return undefined;
  return orUnavailable(
    async () => (await listSignedIn(db, cookies, now))[0]?.provider,
    () => undefined,
  );
}

const signedInLanguage = (db: Database, cookies: NextRequest['cookies'], now: number): Promise<Language | undefined> =>
  orUnavailable(
    async () => (await listSignedIn(db, cookies, now)).find(({ session }) => session.language)?.session.language,
    () => undefined,
  );
