import { cookies } from 'next/headers';
import { ProblemPage } from '#components/problem-page.tsx';
import { SignOutPage } from '#components/sign-out-page.tsx';
import { requestLanguage } from '#i18n/request.ts';
import { actionOutcome, answerWith } from '#lib/http/page-answer.ts';
import type { Problem } from '#lib/http/problem.ts';
import { orUnavailable } from '#lib/http/unavailable-problem.ts';
import { now } from '#lib/process/clock.ts';
import { listSignedIn } from '#lib/sign-in/find-customer.ts';
import { database } from '#lib/storage/database.ts';
import { signOut } from './actions.ts';

/** Where a customer is signed in, with a way out of each; or that they are signed in nowhere. */
export default async function SignOut() {
  const jar = await cookies();
  const shown =
    actionOutcome<Problem>() ??
    (await orUnavailable(() => listSignedIn(database(), jar, now()), await requestLanguage()));
  if (Array.isArray(shown)) return <SignOutPage places={shown} signOut={signOut} />;
  answerWith(shown.status);
  return <ProblemPage problem={shown} />;
}
