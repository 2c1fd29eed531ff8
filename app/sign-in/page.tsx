import { ProblemPage } from '#components/problem-page.tsx';
import { SignInPage } from '#components/sign-in-page.tsx';
import { requestLanguage } from '#i18n/request.ts';
import { openSignIn } from '#lib/authorization/open-sign-in.ts';
import { type PageQuery, readPageQuery } from '#lib/http/page-query.ts';
import { settlePage } from '#lib/http/settle-page.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { signIn } from './actions.ts';

/** Signing in at a sample bank; the query is that of the authorization request, or says that it is for the dashboard. */
export default async function SignIn({ searchParams }: { searchParams: PageQuery }) {
  const [query, language] = await Promise.all([readPageQuery(searchParams), requestLanguage()]);
  const { db, now } = atHand();
  const shown = await settlePage(() => openSignIn(db, { query, language }, now));
  if (shown.outcome === 'problem') return <ProblemPage problem={shown} />;
  return <SignInPage prompt={shown} signIn={signIn} />;
}
