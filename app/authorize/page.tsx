import { cookies } from 'next/headers';
import { AuthorizationPage } from '#components/authorization-page.tsx';
import { openAuthorization } from '#lib/authorization/open-authorization.ts';
import { type PageQuery, readPageQuery } from '#lib/http/page-query.ts';
import { settlePage } from '#lib/http/settle-page.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { signOut } from '../sign-out/actions.ts';
import { askInLanguage, decide } from './actions.ts';

/** Puts an authorization request to the customer (RFC 6749 §4.1.1), or shows again what was answered and cannot stand. */
export default async function AuthorizePage({ searchParams }: { searchParams: PageQuery }) {
  const query = await readPageQuery(searchParams);
  const { db, now } = atHand();
  const shown = await settlePage(async () => openAuthorization(db, query, await cookies(), now));
  return <AuthorizationPage shown={shown} decide={decide} signOut={signOut} switchLanguage={askInLanguage} />;
}
