import { ProblemPage } from '#components/problem-page.tsx';
import { SignInPage } from '#components/sign-in-page.tsx';
import { openSignIn, type SignInAnswer } from '#lib/authorization/answer-sign-in.ts';
import { actionOutcome, answerWith } from '#lib/http/page-answer.ts';
import { type PageQuery, readPageQuery } from '#lib/http/page-query.ts';
import { sendBrowser } from '#lib/http/send-browser.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';
import { signIn } from './actions.ts';

/** Signing in at a sample bank; the query is that of the authorization request, or says that it is for the dashboard. */
export default async function SignIn({ searchParams }: { searchParams: PageQuery }) {
  const shown =
    actionOutcome<SignInAnswer>() ?? (await openSignIn(database(), await readPageQuery(searchParams), now()));
  if (shown.outcome === 'redirect') sendBrowser(shown.to);
  answerWith(shown.status, shown.outcome === 'prompt' ? shown.headers : {});
  if (shown.outcome === 'problem') return <ProblemPage problem={shown} />;
  return <SignInPage prompt={shown} signIn={signIn} />;
}
