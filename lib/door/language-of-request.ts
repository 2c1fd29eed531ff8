import type { NextRequest } from 'next/server';
import { type Language, readAcceptLanguage, readAskedLanguage } from '#i18n/locale.ts';
import { listSignedIn } from '../dashboard/find-customer.ts';
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

const signedInLanguage = (db: Database, cookies: NextRequest['cookies'], now: number): Promise<Language | undefined> =>
  orUnavailable(
    async () => (await listSignedIn(db, cookies, now)).find(({ session }) => session.language)?.session.language,
    () => undefined,
  );
