import { cookies } from 'next/headers';
import { ProblemPage } from '#components/problem-page.tsx';
import { SignedOutPage, SignOutPage } from '#components/sign-out-page.tsx';
import { openSignOut } from '#lib/dashboard/open-sign-out.ts';
import { type PageQuery, readPageQuery } from '#lib/http/page-query.ts';
import { settlePage } from '#lib/http/settle-page.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { switchLanguage } from '../consents/actions.ts';
import { signOut } from './actions.ts';

/** Where a customer is signed in, with a way out of each; or that they are signed out. */
export default async function SignOut({ searchParams }: { searchParams: PageQuery }) {
  const [query, jar] = await Promise.all([readPageQuery(searchParams), cookies()]);
  const { db, now } = atHand();
  const shown = await settlePage(() => openSignOut(db, { query, cookies: jar }, now));
  if (shown.outcome === 'problem') return <ProblemPage problem={shown} />;
  if (shown.outcome === 'signed-out') return <SignedOutPage {...shown} switchLanguage={switchLanguage} />;
  return <SignOutPage places={shown.places} signOut={signOut} switchLanguage={switchLanguage} />;
}
